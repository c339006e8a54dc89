//! Which column plays which role, by header words and content.

use super::{
    ColumnKind, ColumnSample, Role, RoleReason, is_known, is_other_date, is_value, names_contacts,
    normal, scores,
};

/// Sampled rows from which on an id that never repeats makes a file of customers.
const SURE_ROWS: u32 = 50;

/// A role for each column.
struct Guess {
    roles: Vec<Option<(Role, RoleReason)>>,
}

impl Guess {
    fn column(&self, role: Role) -> Option<usize> {
        self.roles.iter().position(|played| played.is_some_and(|(played, _)| played == role))
    }

    fn is_free(&self, role: Role, column: usize) -> bool {
        self.roles[column].is_none() && self.column(role).is_none()
    }

    fn drop(&mut self, role: Role) {
        if let Some(column) = self.column(role) {
            self.roles[column] = None;
        }
    }
}

/// Whether the first record names the columns: a known word, or no cell that is a value.
pub(super) fn is_header(first: &[Vec<u8>]) -> bool {
    let known = |cell: &Vec<u8>| is_known(&normal(&String::from_utf8_lossy(cell)));
    first.iter().any(known) || !first.iter().any(|cell| is_value(cell))
}

/// Guesses the roles; every one goes to one column at most.
/// `is_whole` says that the samples are the whole file.
pub(super) fn guess(
    names: &[String],
    samples: &[ColumnSample],
    header: bool,
    is_whole: bool,
) -> Vec<Option<(Role, RoleReason)>> {
    let mut guess = Guess { roles: vec![None; names.len()] };
    by_header(&mut guess, names, samples);
    by_content(&mut guess, names, samples, header);
    // One price per row and no quantity: rows are units, and prices their amounts.
    if let (None, None, Some(price)) =
        (guess.column(Role::Amount), guess.column(Role::Quantity), guess.column(Role::Price))
    {
        guess.roles[price] = guess.roles[price].map(|(_, reason)| (Role::Amount, reason));
    }
    // An amount needs no price; a quantity beside it still marks returns.
    if guess.column(Role::Amount).is_some() {
        guess.drop(Role::Price);
    }
    drop_facts_of_customers(&mut guess, names, samples, is_whole);
    guess.roles
}

fn by_header(guess: &mut Guess, names: &[String], samples: &[ColumnSample]) {
    let mut candidates = Vec::new();
    for (column, (name, sample)) in names.iter().zip(samples).enumerate() {
        let name = normal(name);
        // Shopify calls the order number "Name": #1001.
        if name == "name" && sample.hashes > 0 && sample.hashes == sample.filled() {
            candidates.push((900, Role::Order, column));
            continue;
        }
        for (role, score) in scores(&name) {
            // A whole name that the content belies is the last choice, but one: the user then reads what is wrong.
            let score = match (fits(role, sample.kind()), score > 500) {
                (true, _) => score,
                (false, true) => score - 490,
                (false, false) => continue,
            };
            candidates.push((score, role, column));
        }
    }
    candidates.sort_by_key(|&(score, role, column)| (std::cmp::Reverse(score), role, column));
    for (_, role, column) in candidates {
        if guess.is_free(role, column) {
            guess.roles[column] = Some((role, RoleReason::Header));
        }
    }
}

fn fits(role: Role, kind: ColumnKind) -> bool {
    match role {
        Role::Date => matches!(kind, ColumnKind::Date | ColumnKind::Empty),
        Role::Amount | Role::Quantity | Role::Price => {
            matches!(kind, ColumnKind::Number | ColumnKind::Empty)
        }
        Role::Measure => kind == ColumnKind::Number,
        Role::Customer
        | Role::Order
        | Role::Category
        | Role::Channel
        | Role::Region
        | Role::Attribute => kind != ColumnKind::Date,
    }
}

fn by_content(guess: &mut Guess, names: &[String], samples: &[ColumnSample], header: bool) {
    let kinds: Vec<ColumnKind> = samples.iter().map(ColumnSample::kind).collect();
    let date = (0..names.len()).find(|&column| {
        kinds[column] == ColumnKind::Date
            && guess.is_free(Role::Date, column)
            && !is_other_date(&normal(&names[column]))
    });
    if let Some(column) = date {
        guess.roles[column] = Some((Role::Date, RoleReason::Content));
    }
    // Without a header nothing but content can speak.
    if header || guess.column(Role::Date).is_none() {
        return;
    }
    let repeats = |sample: &ColumnSample| {
        sample.fractions == 0 && sample.distinct > 1 && sample.distinct < sample.filled()
    };
    let customer = (0..names.len()).find(|&column| {
        kinds[column] != ColumnKind::Date
            && guess.is_free(Role::Customer, column)
            && repeats(&samples[column])
    });
    if let Some(column) = customer {
        guess.roles[column] = Some((Role::Customer, RoleReason::Content));
    }
    let amount = (0..names.len()).rev().find(|&column| {
        kinds[column] == ColumnKind::Number
            && guess.is_free(Role::Amount, column)
            && samples[column].fractions > 0
    });
    if let Some(column) = amount {
        guess.roles[column] = Some((Role::Amount, RoleReason::Content));
    }
}

/// Without a date, without order numbers and with no customer in two rows, there is nothing to add up: what was taken
/// for the amounts, quantities and prices of orders plays no role yet, as any other column of a customer file.
pub(super) fn drop_facts_of_orders(
    guessed: &mut [Option<(Role, RoleReason)>],
    samples: &[ColumnSample],
) {
    let plays = |role: Role| {
        move |one: &Option<(Role, RoleReason)>| one.is_some_and(|(played, _)| played == role)
    };
    let repeats = guessed
        .iter()
        .position(plays(Role::Customer))
        .is_some_and(|column| samples[column].distinct < samples[column].filled());
    if repeats || guessed.iter().any(plays(Role::Date)) || guessed.iter().any(plays(Role::Order)) {
        return;
    }
    for role in [Role::Amount, Role::Quantity, Role::Price] {
        for played in guessed.iter_mut().filter(|one| plays(role)(one)) {
            *played = None;
        }
    }
}

/// Ids that never repeat make a file of customers; in a part of the file only if they also ascend,
/// for the first orders of a large shop may well come from as many customers.
fn drop_facts_of_customers(
    guess: &mut Guess,
    names: &[String],
    samples: &[ColumnSample],
    is_whole: bool,
) {
    // A visit to each customer is no property of the customers.
    if guess.column(Role::Date).is_some_and(|column| names_contacts(&names[column])) {
        return;
    }
    let once_each = guess.column(Role::Order).is_none()
        && guess.column(Role::Customer).is_some_and(|column| {
            let sample = &samples[column];
            sample.filled() >= SURE_ROWS
                && sample.distinct == sample.filled()
                && (is_whole || sample.steps_back == 0)
        });
    if once_each {
        for role in [Role::Date, Role::Amount, Role::Quantity, Role::Price] {
            guess.drop(role);
        }
    }
}
