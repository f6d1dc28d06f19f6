//! What there is about one apprentice, class or teacher.

/// The files about one apprentice, class or teacher, as far as there is something to tell.
pub(crate) struct Folio<'a> {
    pub(crate) name: &'a str,
    /// Its place in the folder of plans, without an ending.
    pub(crate) path: String,
    pub(crate) page: Option<String>,
    pub(crate) calendar: Option<String>,
}

impl Folio<'_> {
    /// Where its page is.
    pub(crate) fn page_path(&self) -> String {
        format!("{}.html", self.path)
    }

    /// Where its calendar is.
    pub(crate) fn calendar_path(&self) -> String {
        format!("{}.ics", self.path)
    }
}
