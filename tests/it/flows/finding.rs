//! What a person, or their screen reader, finds in the window.
use egui::accesskit::Role;
use egui_kittest::Node;
use egui_kittest::kittest::NodeT as _;

use super::stage::Stage;

impl Stage {
    pub(super) fn find(&self, role: Role, name: &str) -> Option<Node<'_>> {
        let mut all = self.all(role, name);
        assert!(all.len() < 2, "{} of {role:?} {name:?}\n{}", all.len(), self.spoken());
        all.pop()
    }

    pub(super) fn all(&self, role: Role, name: &str) -> Vec<Node<'_>> {
        let of_role =
            self.harness.root().children_recursive().filter(|n| n.accesskit_node().role() == role);
        of_role.filter(|node| named(node).as_deref() == Some(name)).collect()
    }

    /// Names and places of all of a role, in reading order.
    pub(super) fn named_places(&self, role: Role) -> Vec<(String, egui::Rect)> {
        let nodes = self.harness.root().children_recursive();
        nodes
            .filter(|node| node.accesskit_node().role() == role)
            .filter_map(|node| Some((named(&node)?, node.rect())))
            .collect()
    }

    /// Names and places of all of a role in the dialog, in reading order.
    pub(super) fn all_in_dialog(&self, role: Role) -> Vec<(String, egui::Rect)> {
        let nodes = self.harness.root().children_recursive();
        let dialogs = nodes.filter(|node| node.accesskit_node().role() == Role::Dialog);
        let within =
            dialogs.take(1).flat_map(|dialog| dialog.children_recursive().collect::<Vec<_>>());
        within
            .filter(|node| node.accesskit_node().role() == role)
            .filter_map(|node| Some((named(&node)?, node.rect())))
            .collect()
    }

    #[track_caller]
    pub(super) fn get(&self, role: Role, name: &str) -> Node<'_> {
        match self.find(role, name) {
            Some(node) => node,
            None => panic!("no {role:?} {name:?}\n{}", self.spoken()),
        }
    }

    /// The names of all of a role, in reading order.
    pub(super) fn names(&self, role: Role) -> Vec<String> {
        let nodes = self.harness.root().children_recursive();
        nodes
            .filter(|node| node.accesskit_node().role() == role)
            .filter_map(|n| named(&n))
            .collect()
    }

    #[track_caller]
    pub(super) fn button(&self, name: &str) -> Node<'_> {
        self.get(Role::Button, name)
    }

    pub(super) fn is_off(&self, button: &str) -> bool {
        self.button(button).accesskit_node().is_disabled()
    }

    pub(super) fn has_button(&self, name: &str) -> bool {
        self.find(Role::Button, name).is_some()
    }

    /// The names of the tiles in view, in reading order.
    pub(super) fn tiles(&self) -> Vec<String> {
        let names = self.names(Role::Button).into_iter();
        names.filter(|name| name.contains(", last four digits ")).collect()
    }

    /// What the tile of the customer's card at this index is called.
    pub(super) fn tile_name(&self, index: usize) -> String {
        let card = &self.session().cards()[index];
        let (brand, digits) = (card.brand.as_str(), card.last_four.as_str());
        let begins = format!("{brand}, last four digits {digits}");
        // Bank, expiry and state follow; cards of the same brand and digits are told apart by them.
        let is_it = |name: &&String| name.starts_with(&begins) && name.contains(&card.bank);
        let tiles = self.tiles();
        tiles.iter().find(is_it).cloned().unwrap_or(begins)
    }

    /// The card at this index as titles and buttons call it.
    pub(super) fn card_name(&self, index: usize) -> String {
        let card = &self.session().cards()[index];
        format!("{} ···· {}", card.brand.as_str(), card.last_four.as_str())
    }

    pub(super) fn field(&self, name: &str) -> Node<'_> {
        self.get(Role::TextInput, name)
    }

    /// Everything that a screen reader could say, a line each: role, name, value.
    pub(super) fn spoken(&self) -> String {
        let mut lines = Vec::new();
        for node in self.harness.root().children_recursive() {
            let node = node.accesskit_node();
            let data = node.data();
            let said = [
                node.label(),
                node.value(),
                data.placeholder().map(str::to_owned),
                data.description().map(str::to_owned),
                data.tooltip().map(str::to_owned),
            ];
            let said: Vec<String> = said.into_iter().flatten().collect();
            if !said.is_empty() {
                let focus = if node.is_focused() { " *" } else { "" };
                let off = if node.is_disabled() { " (disabled)" } else { "" };
                lines.push(format!("{:?}{focus}{off}: {}", node.role(), said.join(" | ")));
            }
        }
        lines.join("\n")
    }

    /// Whether a text is on screen, in whole or in part of a line.
    pub(super) fn says(&self, text: &str) -> bool {
        self.spoken().contains(text)
    }

    #[track_caller]
    pub(super) fn assert_says(&self, texts: &[&str]) {
        let spoken = self.spoken();
        for text in texts {
            assert!(spoken.contains(text), "does not say {text:?}:\n{spoken}");
        }
    }

    #[track_caller]
    pub(super) fn assert_silent(&self, texts: &[&str]) {
        let spoken = self.spoken();
        for text in texts {
            assert!(!spoken.contains(text), "says {text:?}:\n{spoken}");
        }
    }
}

/// A label's text is its value; everything else has its own name or that of its label.
fn named(node: &Node<'_>) -> Option<String> {
    let node = node.accesskit_node();
    if node.role() == Role::Label { node.value() } else { node.label() }
}
