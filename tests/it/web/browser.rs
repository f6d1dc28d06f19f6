//! The page in a real browser, where one is installed: Chromium and its driver.

use std::cell::RefCell;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use mesterskema::guide::Topic;
use serde_json::{Value, json};
use tokio::runtime::Builder;
use tokio::time::sleep;

use super::fixture;
use super::served::Served;
use crate::passed_over::{pass_over, pass_over_browser};

/// The script of axe-core, an npm package: set this to its path to have every page examined.
const AXE: &str = "MESTERSKEMA_AXE";

/// A browser, its driver, and a folder of its own.
pub(super) struct Browser {
    pub(super) client: Client,
    driver: Child,
    _folder: tempfile::TempDir,
    base: String,
    axe: Option<String>,
    /// The program; it ends with the browser, or before.
    served: RefCell<Option<Served>>,
}

/// Does something with a page in a browser; passes it over, and says so, where none is installed.
pub(super) fn with_browser(schools: &[PathBuf], walk: impl AsyncFnOnce(&Browser)) {
    if Command::new("chromedriver").arg("--version").output().is_err() {
        pass_over_browser();
        return;
    }
    let schools: Vec<&Path> = schools.iter().map(PathBuf::as_path).collect();
    let served = Served::new(&schools);
    Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
        let browser = Browser::open(served).await;
        walk(&browser).await;
        let _ = browser.client.clone().close().await;
    });
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

impl Browser {
    async fn open(served: Served) -> Self {
        let address = &served.office.address();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let driver = Command::new("chromedriver")
            .arg(format!("--port={port}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let folder = tempfile::tempdir().unwrap();
        let client = connect(port, folder.path()).await;
        let base = address.split("/?").next().unwrap().to_owned();
        let axe = std::env::var_os(AXE).and_then(|path| std::fs::read_to_string(path).ok());
        if axe.is_none() {
            pass_over("axe-core");
        }
        client.goto(address).await.unwrap();
        Self { client, driver, _folder: folder, base, axe, served: RefCell::new(Some(served)) }
    }

    /// Ends the program, and waits until nobody listens any more.
    async fn end_program(&self) {
        let host = self.served.take().unwrap().host();
        while TcpStream::connect(&host).is_ok() {
            sleep(Duration::from_millis(100)).await;
        }
    }

    pub(super) async fn goto(&self, path: &str) {
        self.client.goto(&format!("{}{path}", self.base)).await.unwrap();
    }

    pub(super) async fn wait(&self, css: &str) -> fantoccini::elements::Element {
        for _ in 0..600 {
            // Neither a page that lacks it nor one that is being left has it to give.
            if let Ok(found) = self.client.find(Locator::Css(css)).await {
                return found;
            }
            sleep(Duration::from_millis(200)).await;
        }
        panic!("{css}\n{}", self.client.source().await.unwrap());
    }

    pub(super) async fn click(&self, css: &str) {
        for _ in 0..600 {
            match self.wait(css).await.click().await {
                // The page drew it anew between finding and clicking.
                Err(error) if error.is_stale_element_reference() => {}
                clicked => return clicked.unwrap(),
            }
            sleep(Duration::from_millis(50)).await;
        }
        panic!("{css} does not stand still");
    }

    pub(super) async fn script(&self, script: &str) -> Value {
        self.client.execute(script, Vec::new()).await.unwrap()
    }

    /// Waits until a script says yes.
    pub(super) async fn until(&self, script: &str) {
        for _ in 0..600 {
            // A page that is being left has no script to ask.
            if self.client.execute(script, Vec::new()).await.is_ok_and(|said| said == json!(true)) {
                return;
            }
            sleep(Duration::from_millis(200)).await;
        }
        panic!("{script}\n{}", self.client.source().await.unwrap());
    }

    /// Finds no violation with axe-core, and nothing that hangs over the edge of a narrow page.
    pub(super) async fn examine(&self, what: &str) {
        let Some(axe) = &self.axe else { return };
        self.client.execute(axe, Vec::new()).await.unwrap();
        let script = "const done = arguments[arguments.length - 1];
            axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
               .then((found) => done(found.violations.map((one) => [one.id, one.nodes.map((node) => node.html)])));";
        let found = self.client.execute_async(script, Vec::new()).await.unwrap();
        assert_eq!(found, json!([]), "{what}");
    }
}

async fn connect(port: u16, folder: &Path) -> Client {
    let arguments = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1280,900",
        &format!("--user-data-dir={}", folder.display()),
    ];
    let capabilities = json!({ "goog:chromeOptions": { "args": arguments } });
    let Value::Object(capabilities) = capabilities else { panic!("an object") };
    let address = format!("http://127.0.0.1:{port}");
    for _ in 0..300 {
        let mut builder = ClientBuilder::new(HttpConnector::new());
        match builder.capabilities(capabilities.clone()).connect(&address).await {
            Ok(client) => return client,
            // It begins to listen in a moment.
            Err(_) => sleep(Duration::from_millis(200)).await,
        }
    }
    panic!("the driver does not answer");
}

const IS_PROVEN: &str =
    "return document.querySelector('.stand').textContent.includes('det er bevist')";

#[test]
fn a_school_is_loaded_compared_solved_locked_solved_again_and_taken_along() {
    with_browser(&[], async |browser| {
        browser.examine("the first page").await;
        let files = std::fs::read_dir(fixture("lille")).unwrap();
        let paths: Vec<String> = files
            .map(|file| file.unwrap().path())
            .filter(|path| path.extension().is_some_and(|end| end == "csv" || end == "toml"))
            .map(|path| path.display().to_string())
            .collect();
        browser.wait("#files").await.send_keys(&paths.join("\n")).await.unwrap();
        browser.click(".drop button").await;
        browser.wait("#missed ~ .scroll").await;
        browser.examine("what is missed").await;

        browser.goto("/desk/1/days").await;
        browser.wait("table.days .best").await;
        browser.until("return [0, 1, 2, 3, 4].every((way) => document.querySelector(`#way-0-${way} .price`))").await;
        browser.examine("the days").await;
        browser.click("#way-0-4 form button").await;
        browser.until("return document.querySelector('td:has(#way-0-4) .now') !== null").await;

        browser.goto("/desk/1").await;
        browser.click("form[action$='/solve'] button").await;
        browser.wait("#moved").await;
        browser.until(IS_PROVEN).await;
        browser.examine("the plan").await;

        browser.click("#moved ~ .scroll th[scope=row] a").await;
        browser.wait("#lesson").await;
        browser.wait("[data-chip] .chip").await;
        browser.examine("a lesson").await;
        browser.click("#lesson form:has(input[value=hold]) button").await;
        browser.wait("form:has(input[value=unhold])").await;
        browser.goto("/desk/1").await;
        browser.click("form[action$='/solve'] button").await;
        browser.until(IS_PROVEN).await;

        browser.goto("/desk/1/plans").await;
        browser.wait("#plan").await.send_keys("Torsdag").await.unwrap();
        browser.click("form.fields button").await;
        browser.wait(".compared").await;
        browser.examine("the plans").await;
        let script = "const done = arguments[arguments.length - 1];
            fetch('/desk/1/download/school.xlsx').then((answer) => answer.blob()).then((file) => done(file.size));";
        let size = browser.client.execute_async(script, Vec::new()).await.unwrap();
        assert!(size.as_u64().unwrap() > 5000, "{size}");
    });
}

#[test]
fn the_keyboard_alone_is_enough_to_solve_and_to_lock() {
    with_browser(&[fixture("lille")], async |browser| {
        browser.goto("/desk/1").await;
        press_until(
            browser,
            "return document.activeElement.closest('form')?.action.endsWith('/solve') === true",
        )
        .await;
        browser.wait("#moved").await;
        press_until(
            browser,
            "return document.activeElement.closest('#moved ~ .scroll th') !== null",
        )
        .await;
        browser.wait("#lesson").await;
        press_until(browser, "return document.activeElement.closest('form')?.querySelector('[name=kind]')?.value === 'hold'").await;
        browser.wait("form:has(input[value=unhold])").await;
    });
}

/// Goes on with the tab key until the right element has the focus, and presses it.
async fn press_until(browser: &Browser, script: &str) {
    for _ in 0..200 {
        let focused = browser.client.active_element().await.unwrap();
        if browser.script(script).await == json!(true) {
            focused.send_keys(&char::from(Key::Enter).to_string()).await.unwrap();
            return;
        }
        focused.send_keys(&char::from(Key::Tab).to_string()).await.unwrap();
    }
    panic!("never reached: {script}");
}

#[test]
fn every_page_of_the_guide_can_be_read_by_everybody() {
    with_browser(&[], async |browser| {
        for topic in Topic::ALL {
            browser.goto(&format!("/guide/{}", topic.name())).await;
            browser.examine(topic.name()).await;
        }
    });
}

#[test]
fn at_400_percent_no_page_scrolls_sideways() {
    with_browser(&[fixture("skovby")], async |browser| {
        for path in [
            "/",
            "/desk/1",
            "/desk/1/timetable?lesson=0",
            "/desk/1/pupils",
            "/desk/1/days?class=8.A",
            "/desk/1/whatif",
            "/desk/1/plans",
            "/guide",
            "/guide/files",
            "/guide/proof",
            "/guide/promises",
        ] {
            browser.goto(path).await;
            let script = "document.documentElement.style.width = '320px';
                const wide = [...document.querySelectorAll('main > *, header > *')]
                    .filter((one) => one.getBoundingClientRect().right > 321);
                return wide.map((one) => one.outerHTML.slice(0, 200));";
            assert_eq!(browser.script(script).await, json!([]), "{path}");
        }
    });
}

#[test]
fn a_page_whose_program_has_ended_says_so() {
    const SAYS_SO: &str =
        "return document.getElementById('progress').textContent === document.body.dataset.broken";
    const DROP: &str = "const files = new DataTransfer();
        files.items.add(new File(['class;subject;day;period'], 'timetable.csv'));
        document.querySelector('form[data-drop]').dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));";
    const TELLS: &str = "const said = document.querySelector('p[role=alert]');
        return !!said && said.textContent === document.body.dataset.broken";
    with_browser(&[fixture("lille")], async |browser| {
        browser.goto("/").await;
        let first = browser.client.window().await.unwrap();
        let second = browser.client.new_window(true).await.unwrap().handle;
        browser.client.switch_to_window(second).await.unwrap();
        browser.goto("/desk/1").await;
        browser.end_program().await;
        browser.click("form[action$='/solve'] button").await;
        browser.until(SAYS_SO).await;
        browser.examine("a school whose program has ended").await;
        browser.client.switch_to_window(first).await.unwrap();
        browser.script(DROP).await;
        browser.until(TELLS).await;
        browser.examine("a first page whose program has ended").await;
    });
}

#[test]
fn twenty_tabs_of_one_browser_all_get_their_plan() {
    let schools = vec![fixture("lille"); 20];
    with_browser(&schools, async |browser| {
        let mut tabs = Vec::new();
        for desk in 1..=20 {
            let tab = browser.client.new_window(true).await.unwrap().handle;
            browser.client.switch_to_window(tab.clone()).await.unwrap();
            browser.goto(&format!("/desk/{desk}?language=da")).await;
            browser.click("form[action$='/solve'] button").await;
            tabs.push(tab);
        }
        for tab in tabs {
            browser.client.switch_to_window(tab).await.unwrap();
            browser.wait("#moved").await;
        }
    });
}
