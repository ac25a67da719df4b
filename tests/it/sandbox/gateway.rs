use super::help::{list, sandbox, tokens};

#[test]
fn lists_one_customer() {
    let sandbox = sandbox();
    assert_eq!(list(&sandbox, "1001").len(), 0);
    assert_eq!(tokens(&list(&sandbox, "1004")).len(), 5);
}
