//! The types of `jiff`: dates, times, points in time, durations.
//!
//! Text from outside JSON is read by `speedate`, which is what pydantic reads it with.

use jiff::civil::{Date, DateTime, Time};
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use speedate::{DateTimeConfig, MicrosecondsPrecisionOverflowBehavior, ParseError, TimeConfig};
use strum::EnumMessage;

use crate::schema::format::scalar;
use crate::schema::{Formatted, Refusal};

const DATE_PARSING: (&str, &str) = (
    "date_parsing",
    "Input should be a valid date in the format YYYY-MM-DD, ",
);
const DATE_FROM_DATETIME: (&str, &str) = (
    "date_from_datetime_parsing",
    "Input should be a valid date or datetime, ",
);
const DATETIME_FROM_DATE: (&str, &str) = (
    "datetime_from_date_parsing",
    "Input should be a valid datetime or date, ",
);
const DATETIME_PARSING: (&str, &str) = ("datetime_parsing", "Input should be a valid datetime, ");
const TIME_PARSING: (&str, &str) = ("time_parsing", "Input should be in a valid time format, ");
const DURATION_PARSING: (&str, &str) = ("time_delta_parsing", "Input should be a valid timedelta, ");

const YEAR_0: &str = "year 0 is out of range";

fn because((kind, sentence): (&'static str, &str), error: &ParseError) -> Refusal {
    Refusal::because(kind, sentence, error.get_documentation().unwrap_or_default())
}

/// A value that pydantic takes and the type cannot hold.
fn too_far((kind, sentence): (&'static str, &str), error: &jiff::Error) -> Refusal {
    Refusal::because(kind, sentence, error.to_string())
}

/// Python's types end at microseconds: what is finer is cut off. A number alone is a Unix time, and so in UTC.
fn time_config() -> TimeConfig {
    TimeConfig::builder()
        .microseconds_precision_overflow_behavior(MicrosecondsPrecisionOverflowBehavior::Truncate)
        .unix_timestamp_offset(Some(0))
        .build()
}

/// A Unix time is in seconds, or beyond 20,000,000,000 in milliseconds.
fn config() -> DateTimeConfig {
    DateTimeConfig::builder().time_config(time_config()).build()
}

fn inexact() -> Refusal {
    Refusal::new(
        "date_from_datetime_inexact",
        "Datetimes provided to dates should have zero time - e.g. be exact dates",
    )
}

fn unix(value: &Value) -> Option<Result<speedate::DateTime, ParseError>> {
    let number = value.as_f64()?;
    Some(speedate::DateTime::from_float_with_config(number, &config()))
}

fn civil_date(date: speedate::Date, words: (&'static str, &str)) -> Result<Date, Refusal> {
    if date.year == 0 {
        return Err(Refusal::because(words.0, words.1, YEAR_0));
    }
    let day = |part: u8| i8::try_from(part).unwrap_or(i8::MAX);
    let year = i16::try_from(date.year).unwrap_or(i16::MAX);
    Date::new(year, day(date.month), day(date.day)).map_err(|error| too_far(words, &error))
}

fn civil_time(time: &speedate::Time, words: (&'static str, &str)) -> Result<Time, Refusal> {
    let part = |part: u8| i8::try_from(part).unwrap_or(i8::MAX);
    let nanosecond = i32::try_from(time.microsecond * 1000).unwrap_or(i32::MAX);
    Time::new(part(time.hour), part(time.minute), part(time.second), nanosecond)
        .map_err(|error| too_far(words, &error))
}

/// pydantic's word for a type without a time zone.
fn without_zone(offset: Option<i32>) -> Result<(), Refusal> {
    match offset {
        None => Ok(()),
        Some(_) => Err(Refusal::new(
            "timezone_naive",
            "Input should not have timezone info",
        )),
    }
}

/// A date with a time, or a date alone, which is its midnight.
fn date_and_time(text: &str) -> Result<speedate::DateTime, Refusal> {
    if let Ok(found) = speedate::DateTime::parse_bytes_with_config(text.as_bytes(), &config()) {
        return Ok(found);
    }
    // Where neither fits, pydantic tells what is wrong with it as a date.
    let date = speedate::Date::parse_str(text).map_err(|error| because(DATETIME_FROM_DATE, &error))?;
    Ok(speedate::DateTime {
        date,
        time: speedate::Time {
            hour: 0,
            minute: 0,
            second: 0,
            microsecond: 0,
            tz_offset: None,
        },
    })
}

impl Formatted for Date {
    const NAME: Option<&'static str> = Some("date");

    /// A date, or a date with the time 00:00.
    fn read(text: &str) -> Result<Self, Refusal> {
        if let Ok(date) = speedate::Date::parse_str(text) {
            return civil_date(date, DATE_PARSING);
        }
        let found = speedate::DateTime::parse_bytes_with_config(text.as_bytes(), &config())
            .map_err(|error| because(DATE_FROM_DATETIME, &error))?;
        if found.time.total_seconds() == 0 && found.time.microsecond == 0 {
            civil_date(found.date, DATE_PARSING)
        } else {
            Err(inexact())
        }
    }

    fn refuse(value: &Value) -> Refusal {
        match unix(value) {
            Some(Err(error)) => because(DATE_FROM_DATETIME, &error),
            Some(Ok(found)) if found.time.total_seconds() != 0 || found.time.microsecond != 0 => inexact(),
            _ => Refusal::new("date_type", "Input should be a valid date"),
        }
    }
}

fn no_datetime(value: &Value) -> Refusal {
    match unix(value) {
        Some(Err(error)) => because(DATETIME_PARSING, &error),
        _ => Refusal::new("datetime_type", "Input should be a valid datetime"),
    }
}

impl Formatted for DateTime {
    /// The `date-time` of JSON Schema has an offset; that of OpenAPI's registry of formats has none.
    const NAME: Option<&'static str> = Some("date-time-local");

    /// A date and a time without an offset, as pydantic's `NaiveDatetime`.
    fn read(text: &str) -> Result<Self, Refusal> {
        let found = date_and_time(text)?;
        without_zone(found.time.tz_offset)?;
        let date = civil_date(found.date, DATETIME_PARSING)?;
        Ok(date.to_datetime(civil_time(&found.time, DATETIME_PARSING)?))
    }

    fn refuse(value: &Value) -> Refusal {
        no_datetime(value)
    }
}

impl Formatted for Timestamp {
    const NAME: Option<&'static str> = Some("date-time");

    /// A date and a time with an offset, or a Unix time, as pydantic's `AwareDatetime`.
    fn read(text: &str) -> Result<Self, Refusal> {
        let found = date_and_time(text)?;
        if found.time.tz_offset.is_none() {
            return Err(Refusal::new("timezone_aware", "Input should have timezone info"));
        }
        if found.date.year == 0 {
            return Err(Refusal::because(DATETIME_PARSING.0, DATETIME_PARSING.1, YEAR_0));
        }
        let nanosecond = i32::try_from(found.time.microsecond * 1000).unwrap_or(i32::MAX);
        Self::new(found.timestamp_tz(), nanosecond).map_err(|error| too_far(DATETIME_PARSING, &error))
    }

    fn refuse(value: &Value) -> Refusal {
        no_datetime(value)
    }
}

impl Formatted for Time {
    /// The `time` of JSON Schema has an offset; that of OpenAPI's registry of formats has none.
    const NAME: Option<&'static str> = Some("time-local");

    /// A time without an offset.
    fn read(text: &str) -> Result<Self, Refusal> {
        let found = speedate::Time::parse_bytes_with_config(text.as_bytes(), &time_config())
            .map_err(|error| because(TIME_PARSING, &error))?;
        without_zone(found.tz_offset)?;
        civil_time(&found, TIME_PARSING)
    }

    fn refuse(value: &Value) -> Refusal {
        match value.as_f64() {
            Some(seconds) if seconds < 0.0 => Refusal::because(
                TIME_PARSING.0,
                TIME_PARSING.1,
                "time in seconds should be positive",
            ),
            Some(seconds) if seconds >= 86_400.0 => because(TIME_PARSING, &ParseError::TimeTooLarge),
            _ => Refusal::new("time_type", "Input should be a valid time"),
        }
    }
}

impl Formatted for SignedDuration {
    /// The `duration` of JSON Schema (RFC 3339, appendix A) has neither a sign nor parts of a second, and may have days.
    const NAME: Option<&'static str> = None;
    const PATTERN: Option<&'static str> = Some(concat!(
        r"^-?PT(\d{1,15}H(\d{1,15}M)?(\d{1,15}(\.\d{1,9})?S)?",
        r"|\d{1,15}M(\d{1,15}(\.\d{1,9})?S)?",
        r"|\d{1,15}(\.\d{1,9})?S)$",
    ));

    /// `P1DT2H`, `01:02:03` or `3 days, 01:02:03`; a month is 30 days and a year 365, as pydantic counts them.
    fn read(text: &str) -> Result<Self, Refusal> {
        let found = speedate::Duration::parse_bytes_with_config(text.as_bytes(), &time_config())
            .map_err(|error| because(DURATION_PARSING, &error))?;
        Ok(Self::new(
            found.signed_total_seconds(),
            found.signed_microseconds() * 1000,
        ))
    }

    fn refuse(value: &Value) -> Refusal {
        const LONGEST: f64 = 999_999_999.0 * 86_400.0;
        match value.as_f64() {
            Some(seconds) if seconds.abs() > LONGEST => {
                because(DURATION_PARSING, &ParseError::DurationDaysTooLarge)
            }
            _ => Refusal::new("time_delta_type", "Input should be a valid timedelta"),
        }
    }
}

scalar!(Date, DateTime, Time, Timestamp, SignedDuration);
