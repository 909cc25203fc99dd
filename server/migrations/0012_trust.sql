-- Up Migration
-- Who looked at this record, and whether this was told within the hour.
CREATE INDEX audit_by_subject ON audit_entry (clinic_id, subject_id, at);
CREATE INDEX audit_by_actor ON audit_entry (clinic_id, actor_id, at);
