//! The page's own words, in each language; the compiler refuses a language that lacks one.
//!
//! What other renderings say too, such as days and points, is worded in [`report`](crate::report).

mod danish;
mod english;
mod swedish;

use super::download::Download;
use super::shelf::Unkept;
use crate::domain::Language;

/// The words of `language`.
pub(super) const fn words(language: Language) -> &'static Words {
    match language {
        Language::Danish => &danish::WORDS,
        Language::Swedish => &swedish::WORDS,
        Language::English => &english::WORDS,
    }
}

/// Headings, buttons and sentences, by what they are for.
pub(super) struct Words {
    own: Language,
    pub(super) a_school: &'static str,
    pub(super) skip: &'static str,
    pub(super) language: &'static str,
    pub(super) pages: &'static str,
    pub(super) guide: &'static str,
    pub(super) guide_in_english: &'static str,
    pub(super) tab_school: &'static str,
    pub(super) tab_timetable: &'static str,
    pub(super) tab_pupils: &'static str,
    pub(super) tab_days: &'static str,
    pub(super) tab_plans: &'static str,
    pub(super) start_title: &'static str,
    pub(super) start_lead: &'static str,
    pub(super) load_title: &'static str,
    pub(super) load_lead: &'static str,
    pub(super) choose_files: &'static str,
    pub(super) choose_folder: &'static str,
    pub(super) load: &'static str,
    pub(super) load_privacy: &'static str,
    pub(super) load_again: &'static str,
    pub(super) open_schools: &'static str,
    pub(super) kept_plans: &'static str,
    pub(super) open_plan: &'static str,
    pub(super) plan_unreadable: &'static str,
    pub(super) errors_title: &'static str,
    pub(super) errors_lead: &'static str,
    pub(super) warnings_title: &'static str,
    pub(super) the_row: &'static str,
    pub(super) clashes_title: &'static str,
    pub(super) clashes_lead: &'static str,
    pub(super) accept_clashes: &'static str,
    pub(super) the_plan: &'static str,
    pub(super) not_solved: &'static str,
    pub(super) out_of_date: &'static str,
    pub(super) solve: &'static str,
    pub(super) solving: &'static str,
    pub(super) stop: &'static str,
    pub(super) undo: &'static str,
    pub(super) redo: &'static str,
    pub(super) proven_share: &'static str,
    pub(super) judged_wrong: &'static str,
    pub(super) why: &'static str,
    pub(super) why_follows: &'static str,
    pub(super) best_effort: &'static str,
    pub(super) wishes: &'static str,
    pub(super) held_at: &'static str,
    pub(super) barred_from: &'static str,
    pub(super) take_back: &'static str,
    pub(super) missed_now: &'static str,
    pub(super) still_missed: &'static str,
    pub(super) nothing_missed: &'static str,
    pub(super) required_missed: &'static str,
    pub(super) desired_missed: &'static str,
    pub(super) no_apprentices: &'static str,
    pub(super) add_one: &'static str,
    pub(super) what_changes: &'static str,
    pub(super) downloads: &'static str,
    pub(super) lesson: &'static str,
    pub(super) lessons: &'static str,
    pub(super) lessons_changed: &'static str,
    pub(super) from: &'static str,
    pub(super) to: &'static str,
    pub(super) points: &'static str,
    pub(super) points_in_all: &'static str,
    pub(super) pupil: &'static str,
    pub(super) class: &'static str,
    pub(super) classes: &'static str,
    pub(super) teacher: &'static str,
    pub(super) teachers: &'static str,
    pub(super) room: &'static str,
    pub(super) rooms: &'static str,
    pub(super) level: &'static str,
    pub(super) period: &'static str,
    pub(super) apprentices: &'static str,
    pub(super) show: &'static str,
    pub(super) click_a_lesson: &'static str,
    pub(super) stands_at: &'static str,
    pub(super) is_locked: &'static str,
    pub(super) hold_here: &'static str,
    pub(super) release: &'static str,
    pub(super) not_here: &'static str,
    pub(super) put_here: &'static str,
    pub(super) what_elsewhere: &'static str,
    pub(super) here_now: &'static str,
    pub(super) free_slot: &'static str,
    pub(super) dear_slot: &'static str,
    pub(super) impossible: &'static str,
    pub(super) apprentices_title: &'static str,
    pub(super) away: &'static str,
    pub(super) place: &'static str,
    pub(super) change: &'static str,
    pub(super) move_pupil: &'static str,
    pub(super) remove_pupil: &'static str,
    pub(super) add_pupil: &'static str,
    pub(super) groups: &'static str,
    pub(super) key_help: &'static str,
    pub(super) away_help: &'static str,
    pub(super) not_changed: &'static str,
    pub(super) overtaken: &'static str,
    pub(super) see_now: &'static str,
    pub(super) has_joined: &'static str,
    pub(super) has_left: &'static str,
    pub(super) is_away_otherwise: &'static str,
    pub(super) wished_otherwise: &'static str,
    pub(super) effort_changed: &'static str,
    pub(super) days_title: &'static str,
    pub(super) days_lead: &'static str,
    pub(super) price_of_days: &'static str,
    pub(super) others_as_in_file: &'static str,
    pub(super) calculate: &'static str,
    pub(super) now: &'static str,
    pub(super) choose: &'static str,
    pub(super) keep_title: &'static str,
    pub(super) keep: &'static str,
    pub(super) plan_name: &'static str,
    pub(super) solve_first: &'static str,
    pub(super) saved_on_disk: &'static str,
    pub(super) not_saved: &'static str,
    pub(super) compared: &'static str,
    pub(super) proof: &'static str,
    pub(super) proven: &'static str,
    pub(super) unproven: &'static str,
    pub(super) fewest: &'static str,
    pub(super) saved: &'static str,
    pub(super) kept: &'static str,
    pub(super) waiting: &'static str,
    pub(super) broken: &'static str,
}

impl Words {
    /// What a file is for.
    pub(super) const fn download(&self, file: Download) -> &'static str {
        match self.own {
            Language::Danish => danish::download(file),
            Language::Swedish => swedish::download(file),
            Language::English => english::download(file),
        }
    }

    /// Why a plan is not kept.
    pub(super) const fn unkept(&self, unkept: Unkept) -> &'static str {
        match self.own {
            Language::Danish => danish::unkept(unkept),
            Language::Swedish => swedish::unkept(unkept),
            Language::English => english::unkept(unkept),
        }
    }
}
