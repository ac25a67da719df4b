use carddesk::domain::{Asset, AssetKind, Card, CardFace, Declared, Variant};
use proptest::prelude::*;

fn variant(name: &str, width: Option<u32>) -> Variant {
    let media_type = if width.is_some() { "image/png" } else { "application/pdf" };
    Variant {
        url: format!("https://assets.example.com/{name}"),
        declared: Declared { media_type: Some(media_type.to_owned()), width, height: width },
    }
}

fn asset(kind: AssetKind, widths: &[Option<u32>]) -> Asset {
    let variants = widths.iter().map(|width| variant(&format!("{width:?}"), *width)).collect();
    Asset { kind, alt_text: None, payment_type: None, variants }
}

fn one(kind: AssetKind) -> Asset {
    asset(kind, &[Some(1536)])
}

fn card(assets: Vec<Asset>) -> Card {
    Card { assets, ..crate::model::card("54F5A3DE-4B47-4B40-03B5-7FF992D6B401") }
}

/// The kinds a face is made of: background, then brand, issuer and co-brand.
fn parts(card: &Card) -> (&'static str, Vec<&AssetKind>) {
    match card.face() {
        CardFace::Combined(asset) => ("combined", vec![&asset.kind]),
        CardFace::Composed { background, brand, issuer, co_brand } => {
            let all = [Some(background), brand, issuer, co_brand];
            ("composed", all.into_iter().flatten().map(|asset| &asset.kind).collect())
        }
        CardFace::Drawn => ("drawn", Vec::new()),
    }
}

#[test]
fn the_combined_art_wins_wherever_it_stands() {
    let card = card(vec![
        one(AssetKind::CardBackground),
        one(AssetKind::BrandLogo),
        one(AssetKind::CardBackgroundCombined),
    ]);
    assert_eq!(parts(&card), ("combined", vec![&AssetKind::CardBackgroundCombined]));
}

#[test]
fn a_plain_background_carries_the_logos_there_are() {
    let background = one(AssetKind::CardBackground);
    let all = card(vec![
        one(AssetKind::CoBrandLogo),
        one(AssetKind::Icon),
        one(AssetKind::IssuerLogo),
        background.clone(),
        one(AssetKind::BrandLogo),
    ]);
    let kinds = [
        &AssetKind::CardBackground,
        &AssetKind::BrandLogo,
        &AssetKind::IssuerLogo,
        &AssetKind::CoBrandLogo,
    ];
    assert_eq!(parts(&all), ("composed", kinds.to_vec()));
    let alone = card(vec![background]);
    assert_eq!(parts(&alone), ("composed", vec![&AssetKind::CardBackground]));
}

#[test]
fn assets_without_files_are_as_good_as_none() {
    let empty = |kind| asset(kind, &[]);
    let composed = card(vec![
        empty(AssetKind::CardBackgroundCombined),
        empty(AssetKind::CardBackground),
        one(AssetKind::CardBackground),
        empty(AssetKind::BrandLogo),
        one(AssetKind::BrandLogo),
        empty(AssetKind::IssuerLogo),
    ]);
    let kinds = vec![&AssetKind::CardBackground, &AssetKind::BrandLogo];
    assert_eq!(parts(&composed), ("composed", kinds));
    let drawn = card(vec![empty(AssetKind::CardBackgroundCombined)]);
    assert_eq!(parts(&drawn), ("drawn", Vec::new()));
    assert!(drawn.asset(&AssetKind::CardBackgroundCombined).is_some(), "still in the inspector");
}

#[test]
fn without_a_background_a_card_is_drawn() {
    for assets in [
        vec![],
        vec![one(AssetKind::BrandLogo), one(AssetKind::IssuerLogo)],
        vec![one(AssetKind::Icon), one(AssetKind::TermsAndConditions)],
        vec![one(AssetKind::Other("CARD_BACKGROUND_2".to_owned()))],
    ] {
        assert_eq!(parts(&card(assets)).0, "drawn");
    }
}

#[test]
fn the_smallest_picture_that_is_not_enlarged_is_chosen() {
    let art = asset(AssetKind::CardBackground, &[Some(100), Some(1536), None, Some(500)]);
    for (place, chosen) in [(1, 100), (100, 100), (101, 500), (500, 500), (501, 1536), (1536, 1536)]
    {
        let variant = art.variant_for(place).unwrap();
        assert_eq!(variant.declared.width, Some(chosen), "for {place} pixels");
    }
}

#[test]
fn where_all_are_too_small_the_largest_is_chosen() {
    let art = asset(AssetKind::CardBackground, &[Some(100), Some(500), None, Some(300)]);
    assert_eq!(art.variant_for(501).unwrap().declared.width, Some(500));
    assert_eq!(art.variant_for(u32::MAX).unwrap().declared.width, Some(500));
}

#[test]
fn files_without_a_size_are_better_than_nothing() {
    let vector = asset(AssetKind::BrandLogo, &[None, None]);
    assert_eq!(vector.variant_for(264), vector.variants.first());
    assert_eq!(asset(AssetKind::BrandLogo, &[]).variant_for(264), None);
}

#[test]
fn sizes_beyond_reason_are_still_chosen_among() {
    let odd = asset(AssetKind::Icon, &[Some(u32::MAX), Some(1), None]);
    assert_eq!(odd.variant_for(0).unwrap().declared.width, Some(1));
    assert_eq!(odd.variant_for(2).unwrap().declared.width, Some(u32::MAX));
    // A width without a height, and a height without a width.
    let mut half = asset(AssetKind::Icon, &[Some(64), None]);
    half.variants[0].declared.height = None;
    half.variants[1].declared.height = Some(9000);
    assert_eq!(half.variant_for(48), half.variants.first());
}

#[test]
fn of_equal_widths_the_first_is_chosen() {
    let mut twins = asset(AssetKind::Icon, &[Some(64), Some(64)]);
    twins.variants[1].url.push_str("-second");
    assert_eq!(twins.variant_for(64), twins.variants.first());
    assert_eq!(twins.variant_for(32), twins.variants.first());
}

proptest! {
    #[test]
    fn no_choice_could_be_better(
        widths in proptest::collection::vec(proptest::option::of(1_u32..2000), 1..7),
        place in 1_u32..2200,
    ) {
        let art = asset(AssetKind::CardBackground, &widths);
        let chosen = art.variant_for(place).unwrap().declared.width;
        let sized: Vec<u32> = widths.iter().flatten().copied().collect();
        let enough = sized.iter().filter(|width| **width >= place).min();
        prop_assert_eq!(chosen, enough.or(sized.iter().max()).copied());
    }
}
