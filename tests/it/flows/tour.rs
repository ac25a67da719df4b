//! A walk through every page and dialog of the window, for what must hold on each of them.

use carddesk::domain::AssetKind;
use carddesk::model::{
    Action, Arrangement, AssetAction, BatchAction, BatchView, CardAction, InspectorTab,
    JournalAction, ListAction, ListPlace, LookUpAction, Page, PaletteAction, QueueAction,
    QueueFilter, RemovalAction, SessionAction, SettingsAction, SignInAction, SignInField,
    VerdictAction, ViewerAction, ViewerPage,
};
use carddesk::removal::Scope;
use carddesk::sandbox::{Call, Fault};
use carddesk::settings::TileSize;

use super::gate::Hold;
use super::stage::{Stage, Start, World};

/// Shown a stage and the name of what is on it.
pub(super) type Look<'a> = &'a mut dyn FnMut(&mut Stage, &str);

/// What is walked through in one go.
pub(super) const PARTS: [fn(Look<'_>); 6] = [at_the_door, cards, pages, batches, dialogs, viewer];

impl Stage {
    /// Does something by itself, as a click would have it.
    pub(super) fn act(&mut self, action: impl Into<Action>) {
        let ctx = self.harness.ctx.clone();
        self.harness.state_mut().act(&ctx, action.into());
        self.rest();
    }
}

fn start(customer: &'static str) -> Stage {
    let start = Start { customer: Some(customer), known: true, ..Start::default() };
    let mut stage = World::new().start(&start);
    stage.settle();
    stage
}

/// The form, with and without what is wrong with it, and the lock.
fn at_the_door(look: Look<'_>) {
    let start = Start { signed_in: false, known: true, ..Start::default() };
    let mut stage = World::new().start(&start);
    stage.rest();
    look(&mut stage, "form");
    stage.act(SignInAction::Edit { field: SignInField::Customer, text: "АБ/12".to_owned() });
    stage.act(SignInAction::Submit { password: String::new().into() });
    look(&mut stage, "form with problems");
    stage.act(SettingsAction::Open);
    look(&mut stage, "settings at the form");
    let mut stage = self::start("1009");
    stage.act(SessionAction::Lock);
    look(&mut stage, "locked");
}

/// The page of a customer in its states, and the inspector.
fn cards(look: Look<'_>) {
    let start = Start { known: true, ..Start::default() };
    let mut stage = World::new().start(&start);
    stage.rest();
    look(&mut stage, "nobody looked up");
    stage.act(LookUpAction::Edit("AB/12".to_owned()));
    stage.act(LookUpAction::Submit);
    look(&mut stage, "a refused number");
    let mut stage = self::start("2009");
    for size in [TileSize::Small, TileSize::Large, TileSize::Medium] {
        stage.act(SettingsAction::Tiles(size));
        look(&mut stage, &format!("{size:?} tiles"));
    }
    stage.act(RemovalAction::PickScope(Scope::All));
    look(&mut stage, "choosing");
    stage.act(RemovalAction::Pick(false));
    stage.act(CardAction::Select(Some(0)));
    let tabs =
        [InspectorTab::Details, InspectorTab::Assets, InspectorTab::Findings, InspectorTab::Raw];
    for tab in tabs {
        stage.act(CardAction::Tab(tab));
        look(&mut stage, &format!("{tab:?}"));
    }
    stage.act(CardAction::Select(None));
    stage.world.inject(Call::List, Fault::HtmlPage, 1);
    stage.act(LookUpAction::Refresh);
    stage.run_until("the answer", |stage| !stage.is_asking());
    look(&mut stage, "a fault");
}

/// Contact sheet, journal and list of customers.
fn pages(look: Look<'_>) {
    let mut stage = start("1009");
    stage.act(SessionAction::Show(Page::Journal));
    stage.settle();
    look(&mut stage, "empty journal");
    stage.world.inject(Call::Remove, Fault::CutAfterApplying, 1);
    stage.world.inject(Call::List, Fault::Status500, 1);
    let token = stage.session().cards()[0].token.clone();
    stage.act(SessionAction::Show(Page::Customer));
    stage.act(RemovalAction::Ask(0));
    stage
        .act(RemovalAction::EditReason("Заявка 5120: карта утеряна, покупатель звонил".to_owned()));
    stage.act(RemovalAction::Confirm { tokens: vec![token] });
    stage.settle();
    look(&mut stage, "removal without an outcome");
    stage.act(RemovalAction::Cancel);
    look(&mut stage, "a removal to resolve");
    stage.act(SessionAction::Show(Page::Journal));
    stage.settle();
    look(&mut stage, "journal");
    let removal = stage.state().unresolved()[0].id().as_str().to_owned();
    stage.act(JournalAction::Toggle { removal });
    look(&mut stage, "steps");
    stage.act(SessionAction::Show(Page::Sheet));
    stage.settle();
    look(&mut stage, "sheet");
    stage.act(SessionAction::Show(Page::Customer));
    stage.act(QueueAction::Give("1002\n1004\n1009\n3001\n".to_owned()));
    stage.act(QueueAction::Take);
    stage.settle();
    stage.act(QueueAction::Filter(QueueFilter::NotLookedAt));
    look(&mut stage, "list to work through");
}

/// A list that is verified: typed, under way, ended, compared.
fn batches(look: Look<'_>) {
    let world = World::gated();
    world.gate().hold(Hold::List("5008"));
    let mut stage = world.start(&Start { known: true, ..Start::default() });
    stage.act(SessionAction::Show(Page::Batch));
    stage.act((
        ListPlace::Batch,
        ListAction::Edit("customer\n1002\nAB/12\n1002\n1009\n5008\n".to_owned()),
    ));
    look(&mut stage, "list to verify");
    stage.act(BatchAction::Start);
    look(&mut stage, "batch under way");
    stage.world.gate().open();
    stage.run_until("the batch", |stage| !stage.session().batch.is_running());
    stage.settle();
    look(&mut stage, "batch");
    stage.act(BatchAction::Keep);
    stage.settle();
    let kept = stage.session().batch.baselines.kept[0].path.clone();
    stage.act(BatchAction::Clear);
    stage.act((ListPlace::Batch, ListAction::Edit("1002\n1004\n2009\n".to_owned())));
    stage.act(BatchAction::Start);
    stage.run_until("the batch", |stage| !stage.session().batch.is_running());
    stage.act(BatchAction::Compare(kept.clone()));
    stage.settle();
    stage.act(BatchAction::View(BatchView::Changes));
    look(&mut stage, "no changes");
    // As if the first file had been another one then.
    let text = std::fs::read_to_string(&kept).unwrap();
    let digest = text.split("\"sha256\":\"").nth(1).unwrap().split('"').next().unwrap();
    let other = stage.world.data().join("other.json");
    std::fs::write(&other, text.replace(digest, &"0".repeat(64))).unwrap();
    stage.act(BatchAction::Compare(other));
    stage.settle();
    look(&mut stage, "changes");
    stage.act(BatchAction::ShowSheet);
    stage.settle();
    look(&mut stage, "sheet of the batch");
}

/// A list of which nobody can tell which column is meant.
const TWO_COLUMNS: &str = "a;b\n1002;5001\n1004;5003\n1009;5004\n";

fn dialogs(look: Look<'_>) {
    let mut stage = start("1009");
    for (action, name) in [
        (Action::from(SettingsAction::Open), "settings"),
        (SettingsAction::Keys.into(), "keys"),
        (SettingsAction::Rules.into(), "rules"),
        (PaletteAction::Open.into(), "palette"),
        (QueueAction::Give("customer\n1002\nAB/12\n1004\n1004\n".to_owned()).into(), "queue"),
        (QueueAction::Give(TWO_COLUMNS.to_owned()).into(), "which column"),
        (RemovalAction::Ask(0).into(), "removal"),
    ] {
        stage.act(action);
        look(&mut stage, name);
        stage.act(Action::CloseTop);
    }
    stage.act(RemovalAction::PickScope(Scope::All));
    stage.act(RemovalAction::AskPicked);
    look(&mut stage, "revocation");
    let tokens = stage.session().cards().iter().map(|card| card.token.clone()).collect();
    stage.act(RemovalAction::Confirm { tokens });
    stage.settle();
    look(&mut stage, "revoked");
    stage.act(Action::CloseTop);
    look(&mut stage, "no cards");
    stage.act(QueueAction::Give("1003\n1004\n1007\n".to_owned()));
    stage.act(QueueAction::Take);
    stage.act(RemovalAction::FindExpired);
    look(&mut stage, "expired asked for");
    for _ in 0..4 {
        stage.pass_seconds(1);
        stage.settle();
    }
    look(&mut stage, "expired");
    let tokens = stage.state().question().unwrap().tokens();
    assert!(!tokens.is_empty());
    stage.act(RemovalAction::Confirm { tokens });
    stage.run_until("the result", |stage| !stage.state().is_removing());
    stage.settle();
    look(&mut stage, "expired removed");
}

fn viewer(look: Look<'_>) {
    let mut stage = start("1014");
    let asset = &stage.session().cards()[0].assets[0];
    let (variant, kind): (_, AssetKind) = (asset.variants[0].clone(), asset.kind.clone());
    stage.act(AssetAction::Open { variant: variant.clone(), kind });
    stage.settle();
    look(&mut stage, "large picture");
    stage.act(ViewerAction::Facts(true));
    look(&mut stage, "facts");
    for page in [ViewerPage::Sizes, ViewerPage::Choose] {
        stage.act(ViewerAction::Page(page));
        look(&mut stage, &format!("viewer {page:?}"));
    }
    let other = &stage.session().comparable(&variant.url.as_str().into(), "")[0];
    let (variant, kind) = (other.variant.clone(), other.kind.clone());
    stage.act(ViewerAction::Facts(false));
    stage.act(ViewerAction::Compare { variant, kind });
    look(&mut stage, "compared");
    stage.act(ViewerAction::Arrange(Arrangement::Slider));
    look(&mut stage, "slider");
    stage.act(ViewerAction::Close);
    acknowledged(&mut stage, look);
}

/// The question why a finding is accepted.
fn acknowledged(stage: &mut Stage, look: Look<'_>) {
    stage.act(LookUpAction::Open("2009".parse_number()));
    stage.settle();
    let session = stage.session();
    let cards = 0..session.cards().len();
    let mut placed = cards.flat_map(|index| session.placed_findings(index));
    let found = placed.find_map(|(place, finding)| {
        let entry = session.library.at(place?.1?)?;
        Some(VerdictAction::Ask { sha256: entry.digest()?, rule: finding.rule })
    });
    let ask = found.unwrap();
    stage.act(ask);
    look(stage, "acknowledging");
}

trait ParseNumber {
    fn parse_number(&self) -> carddesk::domain::CustomerNumber;
}

impl ParseNumber for str {
    fn parse_number(&self) -> carddesk::domain::CustomerNumber {
        carddesk::domain::CustomerNumber::parse(self).unwrap()
    }
}
