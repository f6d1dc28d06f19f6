//! What there is about one apprentice, class or teacher.

/// The files about one apprentice, class or teacher, as far as there is something to tell.
pub(super) struct Folio<'a> {
    pub(super) name: &'a str,
    /// Its place in the folder of plans, without an ending.
    pub(super) path: String,
    pub(super) page: Option<String>,
    pub(super) calendar: Option<String>,
}

impl Folio<'_> {
    /// Where its page is.
    pub(super) fn page_path(&self) -> String {
        format!("{}.html", self.path)
    }

    /// Where its calendar is.
    pub(super) fn calendar_path(&self) -> String {
        format!("{}.ics", self.path)
    }
}
