//! Which letters have gone out: what makes the work one that can be taken up where it was left.

use crate::store::Pool;

/// The letters, in the same database as the queue. The texts are SQL that Postgres takes too.
#[derive(Clone)]
pub struct Outbox(Pool);

impl Outbox {
    /// Opens it, and makes its table where there is none.
    pub async fn open(pool: Pool) -> sqlx::Result<Self> {
        let table = "CREATE TABLE IF NOT EXISTS letters (
            job TEXT NOT NULL, recipient TEXT NOT NULL, refusal TEXT, PRIMARY KEY (job, recipient)
        )";
        sqlx::query(table).execute(&pool).await?;
        Ok(Self(pool))
    }

    /// Notes what became of a letter: that it has gone out, or why it was refused.
    pub async fn note(&self, job: &str, recipient: &str, refusal: Option<&str>) -> sqlx::Result<()> {
        let note = "INSERT INTO letters (job, recipient, refusal) VALUES ($1, $2, $3)
            ON CONFLICT (job, recipient) DO UPDATE SET refusal = excluded.refusal";
        let note = sqlx::query(note).bind(job).bind(recipient).bind(refusal);
        note.execute(&self.0).await?;
        Ok(())
    }

    /// Who has got theirs.
    pub async fn sent(&self, job: &str) -> sqlx::Result<Vec<String>> {
        let sent = "SELECT recipient FROM letters WHERE job = $1 AND refusal IS NULL ORDER BY recipient";
        sqlx::query_scalar(sent).bind(job).fetch_all(&self.0).await
    }

    /// Who has refused theirs, and why.
    pub async fn refused(&self, job: &str) -> sqlx::Result<Vec<String>> {
        let refused = "SELECT recipient || ': ' || refusal FROM letters
            WHERE job = $1 AND refusal IS NOT NULL ORDER BY recipient";
        sqlx::query_scalar(refused).bind(job).fetch_all(&self.0).await
    }
}
