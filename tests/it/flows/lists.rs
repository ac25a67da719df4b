//! Lists of customers, given to the window: dropped, chosen from, doubted, refused.
use std::path::{Path, PathBuf};
use std::sync::Arc;

use carddesk::domain::{CustomerNumber, Language};
use carddesk::model::{BatchAction, Dialog};
use egui::accesskit::Role;
use egui::{Key, Modifiers};

use super::stage::{LIST, Stage, Start, World};

#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

fn file(stage: &Stage, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let path = stage.world.data().join(name);
    std::fs::create_dir_all(stage.world.data()).unwrap();
    std::fs::write(&path, content).unwrap();
    path
}

fn drop_on(stage: &mut Stage, paths: &[PathBuf]) {
    for path in paths {
        stage.harness.input_mut().dropped_files.push(Arc::new(Dropped(path.clone())));
    }
    stage.frame();
    stage.settle();
}

fn at_batch() -> Stage {
    let mut stage = Stage::signed_in();
    stage.click("Verify a list");
    stage
}

fn batch_numbers(stage: &Stage) -> Vec<&str> {
    stage.session().batch.draft.list.numbers.iter().map(CustomerNumber::as_str).collect()
}

const UNPLAIN: &str = "ФИО;Договор;Полисный счёт\nСмирнова О.;1004;1002\nКим А.;2;1009\n";

#[test]
fn a_column_is_chosen_once_for_files_of_a_shape() {
    let mut stage = at_batch();
    let path = file(&stage, "счета.csv", UNPLAIN);
    drop_on(&mut stage, &[path]);
    stage.assert_says(&["Which column holds the customer numbers?", "счета.csv", "Смирнова О."]);
    assert!(stage.is_off("Verify 0 customers"));
    stage.click_on(Role::RadioButton, "Column 3 “Полисный счёт”, such as 1002");
    stage.settle();
    assert_eq!(batch_numbers(&stage), ["1002", "1009"]);
    stage.assert_says(&["The numbers are from column 3 “Полисный счёт”."]);
    stage.assert_silent(&["As last time."]);
    // In another run, a file with other customers.
    let mut stage = Stage::in_world(stage.end());
    let path = file(&stage, "б.csv", "ФИО;Договор;Полисный счёт\nОрлов;8;1006\nАнь;9;1007\n");
    drop_on(&mut stage, &[path]);
    assert!(matches!(stage.state().dialog, Some(Dialog::Queue(_))));
    stage.assert_says(&["Work through 2 customers", "“Полисный счёт”. As last time."]);
    let kept = std::fs::read_to_string(stage.world.data().join("columns.json")).unwrap();
    assert!(!kept.contains("ФИО") && !kept.contains("1002"), "{kept}");
    stage.click("Choose another column");
    stage.settle();
    stage.assert_says(&["Work through 0 customers"]);
    // By the keyboard as well.
    stage.get(Role::RadioButton, "Column 2 “Договор”, such as 8").focus();
    stage.rest();
    stage.press(Key::Space);
    stage.settle();
    stage.assert_says(&["“Договор”"]);
    assert_eq!(stage.world.count(LIST), 0, "nobody was asked");
}

#[test]
fn all_dropped_files_are_taken_or_told_why_not() {
    let mut stage = at_batch();
    let folder = stage.world.data().join("folder.csv");
    std::fs::create_dir_all(&folder).unwrap();
    let files = [
        file(&stage, "a.csv", "Клиенты на сегодня\n\ncustomer;name\n1002;A\n1004;B\nИтого;2\n"),
        file(&stage, "b.txt", "1004\n1006\nA=B\n"),
        file(&stage, "c.pdf", "%PDF-1.7\n%\u{1}\n1 0 obj\n"),
        folder,
        stage.world.data().join("gone.csv"),
    ];
    drop_on(&mut stage, &files);
    assert_eq!(batch_numbers(&stage), ["1002", "1004", "1006"]);
    stage.assert_says(&[
        "a.csv · lines: 6 (asked for: 2, header: 1, titles: 1, totals: 1, blank: 1)",
        "b.txt · lines: 3 (asked for: 1, repeated: 1, refused: 1)",
        "Line 3, “A=B”",
        "“c.pdf” is a PDF, and no list of customers",
        "save the table as CSV",
        "folder.csv is a folder",
        "There is no file",
        "gone.csv",
        "Verify 3 customers",
    ]);
    stage.click("Verify 3 customers");
    stage.run_until("the batch", |stage| !stage.session().batch.is_running());
    stage.settle();
    assert_eq!(stage.world.count(LIST), 3);
    // What became of the lines is told afterwards as well, of both files together.
    stage.assert_says(&["lines: 9 (asked for: 3, repeated: 1, refused: 1"]);
    // One that is dropped meanwhile is there, and is told.
    let next = file(&stage, "next.csv", "1009\n1007\n");
    drop_on(&mut stage, &[next]);
    stage.assert_says(&["Another list is ready."]);
    stage.click("New list");
    stage.assert_says(&["Verify 2 customers"]);
}

#[test]
fn doubtful_numbers_are_told_before_anybody_is_asked() {
    let mut stage = at_batch();
    stage.type_into_role(
        Role::MultilineTextInput,
        "Customer numbers",
        "customer\n1002\n1004.0\n1,23457E+15\n1006\n",
    );
    stage.settle();
    stage.assert_says(&[
        "2 numbers may not be those that were meant. Nobody is asked for them.",
        "Line 3, “1004.0”",
        "Line 4, “1,23457E+15”",
        "doubtful: 2",
        "Verify 2 customers",
    ]);
    stage.click_on(Role::CheckBox, "Ask for these 2 as they stand");
    stage.assert_says(&["2 doubtful numbers are asked for as they stand.", "Verify 4 customers"]);
    stage.click_on(Role::CheckBox, "Ask for these 2 as they stand");
    stage.click("Verify 2 customers");
    stage.run_until("the batch", |stage| !stage.session().batch.is_running());
    assert_eq!(stage.world.count(LIST), 2);
    stage.assert_says(&["lines: 5 (asked for: 2, doubtful: 2, header: 1)"]);
}

#[test]
fn a_workbooks_sheet_is_chosen_and_remembered() {
    let mut stage = at_batch();
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, first) in [("Москва", "1002"), ("Минск", "1004")] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        for (row, text) in ["Код клиента", first, "1009"].into_iter().enumerate() {
            sheet.write_string(row as u32, 0, text).unwrap();
        }
    }
    let path = file(&stage, "клиенты.xlsx", book.save_to_buffer().unwrap());
    drop_on(&mut stage, std::slice::from_ref(&path));
    stage.assert_says(&["Which sheet holds the customer numbers?", "Verify 0 customers"]);
    stage.click("Минск");
    stage.settle();
    assert_eq!(batch_numbers(&stage), ["1004", "1009"]);
    stage.assert_says(&["Sheet “Минск”."]);
    drop_on(&mut stage, &[path]);
    assert_eq!(batch_numbers(&stage), ["1004", "1009"]);
    stage.assert_says(&["As last time."]);
}

#[test]
fn numbers_go_from_page_to_page_as_they_are() {
    let mut stage = Stage::signed_in();
    let odd = ["AB, 12", "1,5", "customer", "1 004"];
    let numbers = odd.iter().map(|number| CustomerNumber::parse(number).unwrap()).collect();
    let lines: Vec<CustomerNumber> = numbers;
    let ctx = stage.harness.ctx.clone();
    for number in &lines {
        let open = carddesk::model::LookUpAction::Open(number.clone());
        stage.harness.state_mut().act(&ctx, open.into());
        stage.settle();
        stage.pass_seconds(1);
    }
    stage.harness.state_mut().act(&ctx, carddesk::model::QueueAction::Verify.into());
    stage.settle();
    let given = batch_numbers(&stage);
    assert!(odd.iter().all(|number| given.contains(number)), "{given:?}");
    stage.harness.state_mut().act(&ctx, BatchAction::Start.into());
    stage.run_until("the batch", |stage| !stage.session().batch.is_running());
    let asked: Vec<String> = stage.world.calls().into_iter().filter_map(|(_, who)| who).collect();
    for number in odd {
        let times = asked.iter().filter(|who| *who == number).count();
        assert_eq!(times, 2, "{number} was looked up and verified: {asked:?}");
    }
}

#[test]
fn the_chooser_is_there_in_russian_and_in_a_small_window() {
    let start = Start { language: Language::Russian, size: [800.0, 560.0], ..Start::default() };
    let mut stage = World::new().start(&start);
    let path = file(&stage, "счета.csv", UNPLAIN);
    drop_on(&mut stage, &[path]);
    stage.assert_says(&[
        "В каком столбце номера покупателей?",
        "Пока столбец не выбран, запросов не будет.",
    ]);
    stage.click_on(Role::RadioButton, "Столбец 3 «Полисный счёт», например 1002");
    stage.settle();
    stage.assert_says(&["Номера взяты из столбца 3 «Полисный счёт».", "Выбрать другой столбец"]);
    stage.press_with(Modifiers::COMMAND, Key::Enter);
    stage.settle();
    assert_eq!(stage.session().customer.as_ref().unwrap().number.as_str(), "1002");
}

#[test]
fn a_sheet_that_was_chosen_is_taken_again_though_another_is_plain() {
    let mut stage = at_batch();
    let mut book = rust_xlsxwriter::Workbook::new();
    let rows = [("Клиенты", ["Код клиента", "1002"]), ("Прочие", ["Foo", "1004"])];
    for (name, [head, first]) in rows {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        for (row, text) in [head, first, "1009"].into_iter().enumerate() {
            sheet.write_string(row as u32, 0, text).unwrap();
            sheet.write_string(row as u32, 1, if row == 0 { "Bar" } else { "77" }).unwrap();
        }
    }
    let path = file(&stage, "клиенты.xlsx", book.save_to_buffer().unwrap());
    drop_on(&mut stage, std::slice::from_ref(&path));
    assert_eq!(batch_numbers(&stage), ["1002", "1009"]);
    stage.click("Choose another column");
    stage.settle();
    stage.click("Прочие");
    stage.settle();
    stage.click_on(Role::RadioButton, "Column 1 “Foo”, such as 1004");
    stage.settle();
    assert_eq!(batch_numbers(&stage), ["1004", "1009"]);
    drop_on(&mut stage, &[path]);
    assert_eq!(batch_numbers(&stage), ["1004", "1009"]);
    stage.assert_says(&["As last time."]);
}

#[test]
fn rows_of_several_files_are_told_with_their_files() {
    let mut stage = at_batch();
    let files = [file(&stage, "a.csv", "1002\nA=B\n"), file(&stage, "b.txt", "1002\n1004\nC=D\n")];
    drop_on(&mut stage, &files);
    let list = &stage.session().batch.draft.list;
    let refused: Vec<_> = list.refused.iter().map(|row| (row.file.as_deref(), row.line)).collect();
    assert_eq!(refused, [(Some("a.csv"), 2), (Some("b.txt"), 3)]);
    let files: Vec<_> = list
        .files()
        .map(|(name, counts)| (name.to_owned(), counts.lines, counts.asked, counts.repeated))
        .collect();
    assert_eq!(files, [("a.csv".to_owned(), 2, 1, 0), ("b.txt".to_owned(), 3, 1, 1)]);
    stage.assert_says(&["b.txt · lines: 3 (asked for: 1, repeated: 1, refused: 1)"]);
}
