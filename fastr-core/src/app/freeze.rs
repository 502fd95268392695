//! From what the user has said to the frozen application.

use std::any::TypeId;
use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use serde_json::Value;

use super::frozen::Frozen;
use super::lifespan::{self, Lifespan};
use super::refused::Refusals;
use super::service::Observer;
use super::{App, Running, Service};
use crate::error::StartupError;
use crate::extract::Limits;
use crate::handler::{Manner, OnBreach};
use crate::middleware::{Layered, found};
use crate::openapi;
use crate::request::{Check, Common, ErrorStyle, Readiness, Site, State, Surroundings};
#[cfg(feature = "files")]
use crate::respond::{Directory, StaticFiles};
use crate::route::{Operation, Socket, operations, sockets, webhooks};
use crate::router::{self, Router};
#[cfg(feature = "websocket")]
use crate::sockets::Sockets;

impl App {
    /// The application, started: what its lifespans do at the start is done.
    ///
    /// # Errors
    ///
    /// When a start fails, two operations stand in each other's way, or state is missing.
    pub async fn start(self) -> Result<Running, StartupError> {
        self.start_with(on_breach()).await
    }

    pub(crate) async fn start_with(mut self, on_breach: OnBreach) -> Result<Running, StartupError> {
        // What is wrong is said before anything is begun.
        self.check_state()?;
        self.check_paths()?;
        let (values, endings) = lifespan::start(&std::mem::take(&mut self.lifespans), &self.state).await?;
        self.state.extend(values);
        match self.freeze(on_breach) {
            Ok(service) => Ok(Running { service, endings }),
            Err(error) => {
                // What the application lacks is what counts; what fails besides is logged.
                let _ = endings.end().await;
                Err(error)
            }
        }
    }

    /// The frozen application, which answers a request with a response.
    ///
    /// # Errors
    ///
    /// When two operations stand in each other's way, state is missing, or the application has a lifespan, for which
    /// there is [`start`](Self::start).
    pub fn service(self) -> Result<Service, StartupError> {
        if !self.lifespans.is_empty() {
            return Err(StartupError::Unstarted);
        }
        self.freeze(on_breach())
    }

    /// Whether everybody finds the state that they want, what the lifespans will make included.
    fn check_state(&self) -> Result<(), StartupError> {
        let given = self.state.iter().map(|value| (**value).type_id());
        let mut known: HashSet<TypeId> = given.collect();
        for Lifespan {
            name, wants, makes, ..
        } in &self.lifespans
        {
            if let Some(key) = wants
                && !known.contains(&key.id)
            {
                return Err(StartupError::MissingStateOfStart {
                    wanted: key.name(),
                    hook: name,
                });
            }
            known.insert(*makes);
        }
        let handshakes = self.sockets().into_iter().map(|socket| socket.operation);
        for operation in self.operations().into_iter().chain(handshakes) {
            for parameter in operation.parameters {
                if let Some(key) = &parameter.state
                    && !known.contains(&key.id)
                {
                    return Err(StartupError::MissingState {
                        wanted: key.name(),
                        parameter: parameter.name,
                        operation: operation.name,
                        place: operation.place,
                    });
                }
            }
        }
        for Check { name, wants, .. } in &self.checks {
            if let Some(key) = wants
                && !known.contains(&key.id)
            {
                return Err(StartupError::MissingStateOfCheck {
                    wanted: key.name(),
                    check: name,
                });
            }
        }
        Ok(())
    }

    /// Whether the paths of all operations can be told apart: there is no document of a program that cannot start.
    pub(super) fn check_paths(&self) -> Result<(), StartupError> {
        self.routed(&Arc::default()).map(drop)
    }

    /// The operations and the counters by their paths. Two operations of one path and name have one id too, but the path is
    /// what is wrong.
    #[cfg_attr(
        not(feature = "metrics"),
        expect(unused_variables, reason = "only the counters tell of refusals")
    )]
    fn routed(&self, refusals: &Arc<Refusals>) -> Result<Router, StartupError> {
        let router = router::build(&self.operations(), &self.sockets(), self.redirect_slashes)?;
        #[cfg(feature = "metrics")]
        if let Some(metrics) = self.metrics {
            return metrics.page(router, refusals.clone());
        }
        Ok(router)
    }

    fn freeze(self, on_breach: OnBreach) -> Result<Service, StartupError> {
        self.check_state()?;
        let operations = self.operations();
        let sockets = sockets(self.scope);
        let (around, style) = (self.around(), self.style());
        let mut state = State::default();
        for value in self.state.clone() {
            state.insert(value);
        }
        let refusals = Arc::<Refusals>::default();
        let router = self.routed(&refusals)?.below(&self.document.root_path);
        let pages = if self.pages.are_served() {
            let document = self.document_of(&operations, style)?;
            self.pages
                .made(&self.document, &document, (&operations, &sockets), style)?
        } else {
            Vec::new()
        };
        let manner = Manner {
            limits: Limits {
                uri_length: self.connections.uri_length,
                body_timeout: self.connections.body_timeout,
                ..self.limits
            },
            on_breach,
            breaches: AtomicU64::new(0),
            panics: AtomicU64::new(0),
            common: Common {
                state,
                errors: style,
                readiness: Readiness::new(self.checks),
                site: Site {
                    proxies: self.proxies,
                    root_path: self.document.root_path,
                },
                #[cfg(feature = "websocket")]
                sockets: Sockets::new(self.websockets, on_breach == OnBreach::Refuse),
            },
        };
        let router = router.with_pages(pages)?;
        #[cfg(feature = "files")]
        let router = router.with_files(open(self.files)?)?;
        let observer = Observer {
            logged: self.access_log,
            #[cfg(feature = "metrics")]
            metrics: self.metrics,
        };
        let frozen = Frozen {
            router,
            manner,
            refusals,
        };
        Ok(Service::new(frozen, &around, observer))
    }

    /// What stands around the operations, from the inside out.
    fn around(&self) -> Vec<Layered> {
        let mut around = found(self.scope);
        around.extend(self.around.iter().cloned());
        around
    }

    /// All that the application says of statuses and errors.
    pub(super) fn style(&self) -> ErrorStyle {
        let around = self.around().iter().map(Layered::around).collect();
        ErrorStyle {
            around: Surroundings::new(around),
            ..self.errors
        }
    }

    pub(super) fn operations(&self) -> Vec<&'static Operation> {
        let mut operations = operations(self.scope);
        operations.extend(self.health.into_iter().flatten());
        operations
    }

    pub(super) fn sockets(&self) -> Vec<&'static Socket> {
        sockets(self.scope)
    }

    pub(super) fn document_of(
        &self,
        operations: &[&'static Operation],
        style: ErrorStyle,
    ) -> Result<Value, StartupError> {
        openapi::document(
            &self.document,
            operations,
            &webhooks(self.scope),
            &sockets(self.scope),
            style,
            self.redirect_slashes,
        )
    }
}

/// What a program does about a status that was not declared, where nobody says otherwise.
fn on_breach() -> OnBreach {
    if cfg!(debug_assertions) {
        OnBreach::Refuse
    } else {
        OnBreach::Log
    }
}

#[cfg(feature = "files")]
fn open(files: Vec<(String, StaticFiles)>) -> Result<Vec<(String, Directory)>, StartupError> {
    let opened = files.into_iter().map(|(path, files)| {
        let directory = files.directory().display().to_string();
        match files.open() {
            Ok(opened) => Ok((path, opened)),
            Err(source) => Err(StartupError::NoDirectory { directory, source }),
        }
    });
    opened.collect()
}
