//! The market that both sides solve, made from a number: 40 or more groups, five ranked choices, seats for
//! four fifths, four priorities, 16 regions with half of the seats reserved for them, and at most three
//! people of a municipality in a group.

use std::error::Error;
use std::num::{NonZeroU8, NonZeroU32};

use guildhall_allocation::{
    AttributeType, Capacity, Drawn, MechanismName, Name, Problem, Reserve, ReserveKind, Seed, SeedValue,
    Statement, WrittenApplicant, WrittenAttribute, WrittenFirst, WrittenGroup, WrittenKey, WrittenPlan,
    WrittenQuota, WrittenRules, WrittenValue,
};

/// How many choices everybody has.
pub(crate) const CHOICES: usize = 5;
const REGIONS: u32 = 16;
const PLANS: u32 = 4;
/// People of one municipality.
const TOWN: u32 = 100;

/// How large a market is, and whether its plans have quotas.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Size {
    pub(crate) applicants: u32,
    pub(crate) groups: u32,
    pub(crate) quotas: bool,
}

impl Size {
    fn seats(self) -> u32 {
        self.applicants * 4 / 5 / self.groups
    }
}

/// Numbers that look random and are the same everywhere: SplitMix64.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    fn roll(&mut self, sides: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        u32::try_from(((mixed >> 32) * u64::from(sides)) >> 32).unwrap_or_default()
    }
}

fn name(text: impl AsRef<str>) -> Result<Name, Box<dyn Error>> {
    Ok(Name::new(text)?)
}

fn rules(size: Size) -> Result<WrittenRules, Box<dyn Error>> {
    let attribute = |text: &str, of| -> Result<_, Box<dyn Error>> {
        Ok(WrittenAttribute { name: name(text)?, of, optional: false, values: None })
    };
    let mut attributes =
        vec![attribute("region", AttributeType::Text)?, attribute("municipality", AttributeType::Text)?];
    let mut plans = Vec::new();
    for plan in 0..PLANS {
        attributes.push(attribute(&format!("points-{plan}"), AttributeType::Integer)?);
        plans.push(WrittenPlan {
            name: name(format!("plan-{plan}"))?,
            priority: vec![WrittenKey { by: name(format!("points-{plan}"))?, first: WrittenFirst::Highest }],
            quotas: if size.quotas { quotas(size)? } else { Vec::new() },
        });
    }
    let group = |nth: u32| -> Result<_, Box<dyn Error>> {
        Ok(WrittenGroup {
            id: name(format!("group-{nth:05}"))?,
            plan: name(format!("plan-{}", nth % PLANS))?,
            capacity: Capacity::Seats(NonZeroU32::new(size.seats()).ok_or("no seats")?),
            minimum: 0,
        })
    };
    Ok(WrittenRules {
        id: name("bench")?,
        mechanism: MechanismName::Nested,
        attributes,
        plans,
        groups: (0..size.groups).map(group).collect::<Result<_, _>>()?,
        caps: Vec::new(),
    })
}

/// Half of the seats are reserved, for each region alike; where there are fewer than one each, for the
/// first regions.
fn quotas(size: Size) -> Result<Vec<WrittenQuota>, Box<dyn Error>> {
    let quota = |text: String| -> Result<_, Box<dyn Error>> {
        let name = name(text)?;
        Ok(WrittenQuota { name, within: None, each: None, having: None, at_most: None, reserve: None })
    };
    let towns = |within: Name| -> Result<_, Box<dyn Error>> {
        let mut towns = quota(format!("towns of {within}"))?;
        (towns.within, towns.each) = (Some(within), Some(name("municipality")?));
        towns.at_most = NonZeroU32::new(3);
        Ok(towns)
    };
    let floor = |seats: u32| Some(Reserve { seats: NonZeroU32::new(seats)?, kind: ReserveKind::Floor });
    let reserved = size.seats() / 2;
    if reserved >= REGIONS {
        let mut region = quota("region".into())?;
        region.each = Some(name("region")?);
        region.reserve = floor(reserved / REGIONS);
        let towns = towns(region.name.clone())?;
        return Ok(vec![region, towns]);
    }
    let mut quotas = Vec::new();
    for nth in 0..REGIONS {
        let mut region = quota(format!("region {nth:02}"))?;
        region.having =
            Some([(name("region")?, vec![WrittenValue::Text(name(format!("{nth:02}"))?)])].into());
        region.reserve = floor(u32::from(nth < reserved));
        if nth >= reserved {
            region.at_most = NonZeroU32::new(size.seats());
        }
        quotas.push(towns(region.name.clone())?);
        quotas.push(region);
    }
    Ok(quotas)
}

/// The market, one applicant after the other.
pub(crate) fn problem(size: Size) -> Result<Problem, Box<dyn Error>> {
    let mut builder = Problem::build(&rules(size)?);
    let mut dice = Dice(u64::from(size.applicants) << 20 | u64::from(size.groups));
    let groups: Vec<Name> =
        (0..size.groups).map(|nth| name(format!("group-{nth:05}"))).collect::<Result<_, _>>()?;
    let fields: Vec<Name> =
        (0..PLANS).map(|plan| name(format!("points-{plan}"))).collect::<Result<_, _>>()?;
    let (region, municipality) = (name("region")?, name("municipality")?);
    for nth in 0..size.applicants {
        let town = dice.roll(size.applicants.div_ceil(TOWN));
        let mut choices: Vec<Name> = Vec::with_capacity(CHOICES);
        while choices.len() < CHOICES {
            let group = &groups[usize::try_from(dice.roll(size.groups))?];
            if !choices.contains(group) {
                choices.push(group.clone());
            }
        }
        let mut has = std::collections::BTreeMap::new();
        has.insert(region.clone(), WrittenValue::Text(name(format!("{:02}", town % REGIONS))?));
        has.insert(municipality.clone(), WrittenValue::Text(name(format!("{town:05}"))?));
        for field in &fields {
            has.insert(field.clone(), WrittenValue::Integer(dice.roll(100).into()));
        }
        builder.applicant(&WrittenApplicant {
            id: name(format!("a-{nth:07}"))?,
            choices,
            has,
            list: NonZeroU8::MIN,
            withdrawn_at: None,
        });
    }
    Ok(builder.finish()?)
}

/// The market, drawn.
pub(crate) fn drawn(problem: Problem) -> Result<Drawn, Box<dyn Error>> {
    let seed = Seed {
        value: SeedValue::new("07 12 23 31 38 44")?,
        source: Statement::new("a public draw")?,
        known_at: "2026-06-02T00:00:00Z".parse()?,
    };
    Ok(problem.freeze("2026-06-01T00:00:00Z".parse()?).draw(&seed)?)
}
