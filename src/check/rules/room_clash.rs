//! H3: a room holds at most as many lessons at once as it has space for, each once however many of its rows name it.

use crate::check::{
    Breach,
    case::{Case, by_moment, lessons_of},
};
use crate::diff::Sitting;

pub(super) fn breaches(case: &Case<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for ((room, slot, week), here) in by_moment(&case.after, Sitting::rooms) {
        let allowed = case.school.rooms.get(room).map_or(1, |room| room.parallel);
        let lessons = lessons_of(&here);
        if lessons.len() > allowed as usize {
            breaches.push(Breach::RoomClash { room: room.clone(), slot, week, lessons, allowed });
        }
    }
    breaches
}
