//! The port: connections from browsers on this machine, each answered for as long as it asks in time.

use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::pin::{Pin, pin};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::body::{Body, BodyDataStream, Bytes};
use axum::extract::Request;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::{Error, Router};
use futures_util::future::{Either, select};
use futures_util::stream::{Stream, StreamExt as _, poll_fn, unfold};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpStream;
use tokio::runtime::Builder;
use tokio::time::{Sleep, sleep, timeout};

use super::app;
use super::office::Office;
use crate::domain::Stop;

/// Threads that wait for browsers.
const THREADS: usize = 2;
/// How often it is asked whether the program is to end, and how long pages are then waited for.
const GLANCE: Duration = Duration::from_millis(100);
const FAREWELL: Duration = Duration::from_secs(3);
/// How long a browser may take to say what it asks, and how long a connection is kept on which nobody asks.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long it may take to hand over what belongs to a question; a school's files take less than a second.
const HANDING_OVER: Duration = Duration::from_secs(60);
/// How long is waited where no connection can be taken, as where too many files are open.
const PAUSE: Duration = Duration::from_millis(200);

/// A port of this machine on which only this machine is heard; 0 takes a free one.
///
/// # Errors
/// The port is taken, or may not be taken.
pub fn listen(port: u16) -> io::Result<TcpListener> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
    listener.set_nonblocking(true)?;
    Ok(listener)
}

/// Answers until `stop` says so; what runs then is stopped, and pages that are being sent are finished.
///
/// # Errors
/// The system gives no threads, or the port is lost.
pub fn serve(listener: TcpListener, office: &Arc<Office>, stop: Stop) -> io::Result<()> {
    let runtime = Builder::new_multi_thread().worker_threads(THREADS).enable_all().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let router = app(Arc::clone(office)).layer(from_fn(in_time));
        let open = GracefulShutdown::new();
        select(pin!(take_all(&listener, &router, &open)), pin!(ended(stop))).await;
        office.close();
        drop(listener);
        let _ = timeout(FAREWELL, open.shutdown()).await;
        Ok(())
    })
}

async fn ended(stop: Stop) {
    while !stop.is_asked() {
        sleep(GLANCE).await;
    }
}

/// Takes every connection that comes.
async fn take_all(listener: &tokio::net::TcpListener, router: &Router, open: &GracefulShutdown) {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => take(stream, router.clone(), open),
            Err(_) => sleep(PAUSE).await,
        }
    }
}

/// Answers what is asked on a connection.
fn take(stream: TcpStream, router: Router, open: &GracefulShutdown) {
    let mut builder = http1::Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(PATIENCE);
    let service = TowerToHyperService::new(router);
    let connection = open.watch(builder.serve_connection(TokioIo::new(stream), service));
    tokio::spawn(async move {
        // Whoever breaks off needs no answer.
        let _ = connection.await;
    });
}

/// The answer to a request whose body comes in time or not at all. Browsers listen when they have said all, so what is
/// sent although it is refused already is read and forgotten: else they would see a broken connection, not the reason.
async fn in_time(request: Request, next: Next) -> Response {
    let is_late = Box::pin(sleep(HANDING_OVER));
    let (head, body) = request.into_parts();
    let parts = until(body.into_data_stream(), is_late).fuse();
    let parts = Arc::new(Mutex::new(Box::pin(parts)));
    let answer = next.run(Request::from_parts(head, Body::from_stream(shared(&parts)))).await;
    let mut rest = shared(&parts);
    while rest.next().await.is_some() {}
    answer
}

/// A stream as far as nobody else reads it.
fn shared<Parts: Stream>(
    parts: &Arc<Mutex<Pin<Box<Parts>>>>,
) -> impl Stream<Item = Parts::Item> + Unpin + use<Parts> {
    let parts = Arc::clone(parts);
    poll_fn(move |context| {
        parts.lock().unwrap_or_else(PoisonError::into_inner).as_mut().poll_next(context)
    })
}

/// The parts of a body as far as they come before it `is_late`; then an error instead.
fn until(
    body: BodyDataStream,
    is_late: Pin<Box<Sleep>>,
) -> impl Stream<Item = Result<Bytes, Error>> {
    unfold(Some((body, is_late)), async |state| {
        let (mut body, is_late) = state?;
        match select(body.next(), is_late).await {
            Either::Left((part, is_late)) => part.map(|part| (part, Some((body, is_late)))),
            Either::Right(_) => {
                Some((Err(Error::new(io::Error::from(io::ErrorKind::TimedOut))), None))
            }
        }
    })
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use std::pin::pin;

    use futures_util::stream::{once, pending};

    use super::*;

    fn parts(body: Body, limit: Duration) -> Vec<Option<Bytes>> {
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let mut parts = pin!(until(body.into_data_stream(), Box::pin(sleep(limit))));
            let mut came = Vec::new();
            while let Some(part) = parts.next().await {
                came.push(part.ok());
            }
            came
        })
    }

    #[test]
    fn what_comes_in_time_is_read_and_what_does_not_is_an_error() {
        let whole = parts(Body::from("whole"), Duration::from_mins(10));
        assert_eq!(whole, [Some(Bytes::from("whole"))]);
        let begun = once(async { Ok::<_, io::Error>(Bytes::from("begun")) }).chain(pending());
        let begun = parts(Body::from_stream(begun), Duration::from_secs(1));
        assert_eq!(begun, [Some(Bytes::from("begun")), None]);
    }
}
