//! Sites and the ways between them, in ids.

use std::collections::BTreeMap;

use super::frame::Frame;
use super::id::{Cell, SiteId};
use super::table::{Ids, Table};
use crate::domain::{School, SiteName};

/// The site of who has none.
pub const NO_SITE: SiteId = SiteId::new(0);

/// Where one can be after where.
#[derive(Clone, Debug)]
pub struct Ways {
    /// Whether nobody can be at the one site in the one cell and at the other in the other; none where all is on one spot.
    too_far: BTreeMap<(SiteId, SiteId), Table<(Cell, Cell), bool>>,
    sites: usize,
}

impl Ways {
    pub(super) fn of(school: &School, frame: &Frame, sites: &SiteIds<'_>) -> Self {
        let mut too_far = BTreeMap::new();
        let cells = frame.cells();
        for (from, to) in school.travel.minutes.keys() {
            let (Some(&one), Some(&other)) = (sites.0.get(from), sites.0.get(to)) else { continue };
            let mut table = Table::filled(&(cells.clone(), cells.clone()), false);
            for here in cells.clone() {
                for there in cells.clone() {
                    let at = |cell, site| (frame.slot(cell), Some(site));
                    table[(here, there)] = school.travel.is_too_far(at(here, from), at(there, to));
                }
            }
            too_far.insert((one, other), table);
        }
        Self { too_far, sites: sites.0.len() + 1 }
    }

    /// Every site, that of who has none first.
    #[must_use]
    pub const fn sites(&self) -> Ids<SiteId> {
        Ids::of(self.sites)
    }

    /// Whether nobody can be at both sites in these cells.
    #[must_use]
    pub fn are_too_far(&self, one: (SiteId, Cell), other: (SiteId, Cell)) -> bool {
        self.too_far.get(&(one.0, other.0)).is_some_and(|table| table[(one.1, other.1)])
    }

    /// Whether all is on one spot.
    #[must_use]
    pub fn are_none(&self) -> bool {
        self.too_far.is_empty()
    }
}

/// The ids of a school's sites.
pub(super) struct SiteIds<'a>(BTreeMap<&'a SiteName, SiteId>);

impl<'a> SiteIds<'a> {
    /// The sites between which there are ways: others are never too far.
    pub(super) fn of(school: &'a School) -> Self {
        let named = school.travel.minutes.keys().flat_map(|(from, to)| [from, to]);
        let distinct: std::collections::BTreeSet<&SiteName> = named.collect();
        let ids = Ids::of(distinct.len() + 1).skip(1);
        Self(distinct.into_iter().zip(ids).collect())
    }

    pub(super) fn of_site(&self, site: Option<&SiteName>) -> SiteId {
        site.and_then(|site| self.0.get(site)).copied().unwrap_or(NO_SITE)
    }
}
