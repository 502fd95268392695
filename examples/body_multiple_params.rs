//! Several values in one body: models side by side, single values among them, and a model under its own name.
//!
//! Follows FastAPI's page "Body - Multiple Parameters". `cargo run --example body_multiple_params`, then
//! `curl -X PUT 'localhost:8000/matches/4?note=final' --json '{"home": {"name": "Reds"}, "guest": {"name": "Blues"}}'`
//! and `curl localhost:8000/teams/ --json '{"team": {"name": "Reds"}}'`.

use fastr::{App, model, post, put};

/// A team.
#[model]
struct Team {
    #[field(min_length = 1)]
    name: String,
    founded: Option<u16>,
}

/// Who whistles.
#[model]
struct Referee {
    name: String,
}

/// A match as it was set.
#[model]
struct Fixture {
    match_id: u32,
    home: Team,
    guest: Option<Team>,
    note: Option<String>,
}

/// A match that was played.
#[model]
struct Report {
    home: Team,
    referee: Referee,
    goals: u8,
    remarks: Option<String>,
}

/// Set a match: two models are two keys of the body, of which the guest may be left out.
#[put("/matches/{match_id}")]
async fn set_match(
    #[path(ge = 1, le = 1000)] match_id: u32,
    home: Team,
    guest: Option<Team>,
    note: Option<String>,
) -> Fixture {
    Fixture {
        match_id,
        home,
        guest,
        note,
    }
}

/// Report a match: `#[body]` makes a single value a key of the body too, where it would be in the query otherwise.
#[post("/reports/")]
async fn report(
    home: Team,
    referee: Referee,
    #[body(le = 99, description = "The goals of both teams")] goals: u8,
    #[body] remarks: Option<String>,
) -> Report {
    Report {
        home,
        referee,
        goals,
        remarks,
    }
}

/// Enter a team: `embed` makes even the only value a key of the body.
#[post("/teams/")]
async fn enter_team(#[body(embed)] team: Team) -> Team {
    team
}

fn main() -> fastr::Result {
    App::new().title("Body - Multiple Parameters").run()
}
