//! What the name of a column says of its values.

use super::{Role, normal, scores};

/// Last words of names under which numbers stand that only name something.
const IDS: [&str; 10] =
    ["id", "no", "number", "code", "key", "zip", "zipcode", "postcode", "phone", "mobile"];

/// The same in Chinese, where no blank parts the words.
const ENDS: [&str; 7] = ["编号", "编码", "代码", "号码", "邮编", "电话", "手机"];

/// Names under which the class of a row stands as a number: a result to compare with, no figure to group by.
const CLASSES: [&str; 15] = [
    "label", "labels", "class", "target", "species", "cluster", "segment", "group", "fold",
    "index", "标签", "类别", "分类", "分组", "序号",
];

/// Parts of names under which people stand, how to reach them, and single goods.
#[rustfmt::skip]
const SINGLE: [&str; 25] = [
    "firstname", "lastname", "surname", "fullname", "givenname", "contactname", "username", "account", "address", "email",
    "productname", "itemname", "producttitle", "sku",
    "姓名", "联系人", "收货人", "昵称", "账号", "帐号", "地址", "邮箱", "商品名", "产品名", "标题",
];

/// Parts of names under which those stand who look after customers: few to a firm, many to a file.
#[rustfmt::skip]
const OWNERS: [&str; 20] = [
    "owner", "salesrep", "salesman", "salesperson", "representative", "accountmanager", "keeper", "dealer", "distributor",
    "reseller", "advisor", "业务员", "销售员", "销售代表", "负责人", "客户经理", "归属人", "跟进人", "经销商", "导购",
];

/// Parts of names under which days of contacts stand.
const CONTACTS: [&str; 8] =
    ["拜访", "走访", "回访", "联系", "跟进", "visit", "contact", "calldate"];

/// Whether numbers of this name only name something.
pub(super) fn is_id(name: &str) -> bool {
    let whole = normal(name);
    IDS.contains(&last_word(name).as_str())
        || ENDS.iter().any(|end| whole.ends_with(end))
        || names_customer_or_order(&whole)
}

/// Whether numbers of this name are classes.
pub(super) fn is_class(name: &str) -> bool {
    CLASSES.contains(&normal(name).as_str())
}

/// Whether text of this name is about one customer, order or product alone.
pub(super) fn names_one(name: &str) -> bool {
    let whole = normal(name);
    names_customer_or_order(&whole) || SINGLE.iter().any(|part| whole.contains(part))
}

/// Whether text of this name is a category, a channel or a region.
pub(super) fn is_grouping(name: &str) -> bool {
    scores(&normal(name))
        .any(|(role, _)| matches!(role, Role::Category | Role::Channel | Role::Region))
}

/// Whether text of this name says who looks after a customer.
#[must_use]
pub fn names_owner(name: &str) -> bool {
    let whole = normal(name);
    whole == "rep" || whole == "sales" || OWNERS.iter().any(|part| whole.contains(part))
}

/// Whether dates of this name are those of visits or other contacts.
pub(super) fn names_contacts(name: &str) -> bool {
    let whole = normal(name);
    CONTACTS.iter().any(|part| whole.contains(part))
}

fn names_customer_or_order(whole: &str) -> bool {
    scores(whole).any(|(role, _)| matches!(role, Role::Customer | Role::Order))
}

/// `id` of `CustomerID`, `customer_id` and `Customer Id`, in small letters.
fn last_word(name: &str) -> String {
    let name = name.trim_end_matches(|letter: char| !letter.is_alphanumeric());
    let mut word: Vec<char> = Vec::new();
    for letter in name.chars().rev() {
        let ends = word.last().is_some_and(|next| next.is_uppercase() && !letter.is_uppercase());
        if !letter.is_alphanumeric() || ends {
            break;
        }
        word.push(letter);
    }
    word.into_iter().rev().flat_map(char::to_lowercase).collect()
}
