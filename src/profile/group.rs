//! What kind of thing a trait says, by its name and role.

use super::{TraitGroup, TraitKey};
use crate::features::FeatureKey;
use crate::mapping::Role;

/// Words that name a group.
struct Words {
    group: TraitGroup,
    /// Words of English names, in small letters; those with a star begin a word.
    english: &'static [&'static str],
    /// Parts of Chinese names.
    chinese: &'static [&'static str],
}

#[rustfmt::skip]
const WORDS: [Words; 4] = [
    Words {
        group: TraitGroup::Behaviour,
        english: &[
            "mnt*", "purchase*", "visit*", "deal*", "order*", "spend*", "spent", "recency", "frequency", "monetary", "basket*",
            "tenure", "usage", "session*", "click*", "login*", "transaction*", "payment*", "shipping", "ship", "history",
            "balance", "sales", "revenue", "amount", "quantity", "discount*", "coupon*", "refund*", "return*", "channel",
        ],
        chinese: &[
            "购买", "次数", "金额", "消费", "下单", "订单", "访问", "到店", "浏览", "登录", "支付", "付款", "配送", "邮寄",
            "优惠", "折扣", "退货", "退款", "数量", "频次", "频率", "积分", "余额", "渠道", "销售额", "客单价",
        ],
    },
    Words {
        group: TraitGroup::Demographics,
        english: &[
            "age", "ages", "agegroup", "birth*", "income", "education*", "degree", "marital*", "married", "marriage", "kid*",
            "teen*", "child*", "gender", "genre", "sex", "household*", "family", "familysize", "occupation", "profession",
            "job", "employment", "industry", "company", "ethnicity", "race", "religion", "nationality", "annualincome",
            "yearbirth", "dependents", "dependants", "homeowner",
        ],
        chinese: &[
            "年龄", "生日", "出生", "收入", "学历", "教育", "婚姻", "婚否", "已婚", "性别", "孩子", "子女", "家庭", "职业", "职位",
            "行业", "民族", "国籍", "企业规模", "企业性质", "公司性质", "客户类型",
        ],
    },
    Words {
        group: TraitGroup::Geography,
        english: &[
            "city", "state", "province", "country", "postal", "postcode", "zip", "zipcode", "region", "county", "district",
            "territory", "area", "address", "location", "continent", "latitude", "longitude",
        ],
        chinese: &[
            "城市", "省", "地区", "区域", "大区", "国家", "邮编", "邮政", "市县", "区县", "片区", "商圈", "地址", "城市级别", "线级",
        ],
    },
    Words {
        group: TraitGroup::Attitudes,
        english: &[
            "satisf*", "rating*", "rated", "nps", "csat", "survey*", "attitude*", "opinion*", "complain*", "response*",
            "accepted*", "recommend*", "likelihood", "willing*", "intention*", "prefer*", "interest*", "importance", "agree*",
            "trust*", "feedback", "stars", "review*",
        ],
        chinese: &[
            "满意", "评分", "打分", "评价", "态度", "意愿", "投诉", "推荐", "偏好", "兴趣", "信任", "反馈", "响应", "看法", "认可",
        ],
    },
];

/// The group of a trait: by the role of its column, else by the last word of its name that tells.
pub(super) fn group_of(key: &TraitKey) -> TraitGroup {
    match key {
        TraitKey::Figure { feature: FeatureKey::Column { name } } => {
            by_name(name).unwrap_or(TraitGroup::Other)
        }
        TraitKey::Figure { .. } | TraitKey::Weekday | TraitKey::Month => TraitGroup::Behaviour,
        TraitKey::Attribute { name, role } => match role {
            Role::Region => TraitGroup::Geography,
            Role::Category | Role::Channel => TraitGroup::Behaviour,
            _ => by_name(name).unwrap_or(TraitGroup::Other),
        },
    }
}

/// The head noun stands last, in English and in Chinese.
fn by_name(name: &str) -> Option<TraitGroup> {
    let name = without_brackets(name);
    let words = words(&name);
    let ends = WORDS.iter().filter_map(|of_group| {
        let english = words.iter().rev().find(|(_, word)| is_among(word, of_group.english));
        let chinese =
            of_group.chinese.iter().filter_map(|part| Some(name.rfind(part)? + part.len()));
        let end = english.map(|&(end, _)| end).into_iter().chain(chinese).max()?;
        Some((end, of_group.group))
    });
    // Of groups whose words end in the same place the first is taken.
    ends.reduce(|best, next| if next.0 > best.0 { next } else { best }).map(|(_, group)| group)
}

fn is_among(word: &str, patterns: &[&str]) -> bool {
    patterns.iter().any(|pattern| match pattern.strip_suffix('*') {
        Some(start) => word.starts_with(start),
        None => word == *pattern,
    })
}

/// What stands in brackets is a unit or a remark.
fn without_brackets(name: &str) -> String {
    let mut depth = 0_u32;
    let mut kept = String::new();
    for letter in name.chars() {
        match letter {
            '(' | '（' | '[' | '【' => depth += 1,
            ')' | '）' | ']' | '】' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(letter),
            _ => {}
        }
    }
    kept
}

/// Runs of letters, parted where a capital follows a small letter, in small letters; with where each ends.
fn words(name: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut word = String::new();
    let mut was_small = false;
    for (at, letter) in name.char_indices() {
        let starts = !letter.is_alphabetic() || (was_small && letter.is_uppercase());
        if starts && !word.is_empty() {
            found.push((at, std::mem::take(&mut word)));
        }
        if letter.is_alphabetic() {
            word.extend(letter.to_lowercase());
        }
        was_small = letter.is_lowercase();
    }
    if !word.is_empty() {
        found.push((name.len(), word));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_the_group() {
        use TraitGroup::{Attitudes, Behaviour, Demographics, Geography};
        for (name, expected) in [
            // The columns of marketing_campaign.csv.
            ("Year_Birth", Some(Demographics)),
            ("Education", Some(Demographics)),
            ("Marital_Status", Some(Demographics)),
            ("Income", Some(Demographics)),
            ("Kidhome", Some(Demographics)),
            ("Teenhome", Some(Demographics)),
            ("Recency", Some(Behaviour)),
            ("MntGoldProds", Some(Behaviour)),
            ("NumDealsPurchases", Some(Behaviour)),
            ("NumWebVisitsMonth", Some(Behaviour)),
            ("AcceptedCmp3", Some(Attitudes)),
            ("Complain", Some(Attitudes)),
            ("Response", Some(Attitudes)),
            // Other files.
            ("Annual Income (k$)", Some(Demographics)),
            ("Spending Score (1-100)", Some(Behaviour)),
            ("Postal Code", Some(Geography)),
            ("customer satisfaction", Some(Attitudes)),
            ("average", None),
            ("statement", None),
            ("sepal length (cm)", None),
            ("性别", Some(Demographics)),
            ("年收入（万）", Some(Demographics)),
            ("学历", Some(Demographics)),
            ("省/自治区", Some(Geography)),
            ("购买城市", Some(Geography)),
            ("购买意愿", Some(Attitudes)),
            ("满意度评分", Some(Attitudes)),
            ("消费金额", Some(Behaviour)),
            ("近一年购买次数", Some(Behaviour)),
            ("等级", None),
        ] {
            assert_eq!(by_name(name), expected, "{name}");
        }
    }

    #[test]
    fn a_role_tells_more_than_a_name() {
        let key = |name: &str, role| TraitKey::Attribute { name: name.into(), role };
        assert_eq!(group_of(&key("x", Role::Region)), TraitGroup::Geography);
        assert_eq!(group_of(&key("city", Role::Channel)), TraitGroup::Behaviour);
        assert_eq!(group_of(&key("city", Role::Attribute)), TraitGroup::Geography);
        assert_eq!(group_of(&key("gift", Role::Attribute)), TraitGroup::Other);
    }
}
