-- Up Migration
-- The database's own account may be shared by several databases of one cluster, and so may this role.
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'plumbline_app') THEN
    CREATE ROLE plumbline_app NOLOGIN NOBYPASSRLS;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
GRANT plumbline_app TO CURRENT_USER;

CREATE TABLE clinic (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE site (
  clinic_id uuid NOT NULL REFERENCES clinic (id),
  id uuid NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (clinic_id, id)
);

CREATE TABLE account (
  clinic_id uuid NOT NULL REFERENCES clinic (id),
  id uuid NOT NULL,
  email text NOT NULL,
  display_name text NOT NULL,
  role text NOT NULL CHECK (role IN ('administrator', 'therapist', 'assistant')),
  password_hash text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, id)
);
CREATE UNIQUE INDEX account_email ON account (lower(email));

-- One row per patient, whose removal makes everything about the patient unreadable.
CREATE TABLE patient_key (
  clinic_id uuid NOT NULL,
  patient_id uuid NOT NULL,
  wrapped_key bytea NOT NULL,
  PRIMARY KEY (clinic_id, patient_id)
);

CREATE TABLE patient (
  clinic_id uuid NOT NULL REFERENCES clinic (id),
  id uuid NOT NULL,
  name_sealed bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, id)
);

CREATE TABLE episode (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  patient_id uuid NOT NULL,
  opened_at timestamptz NOT NULL DEFAULT now(),
  closed_at timestamptz,
  PRIMARY KEY (clinic_id, id),
  FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id)
);
CREATE UNIQUE INDEX episode_one_open ON episode (clinic_id, patient_id) WHERE closed_at IS NULL;

CREATE TABLE appointment (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  patient_id uuid NOT NULL,
  therapist_id uuid NOT NULL,
  site_id uuid,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
  time_zone text NOT NULL,
  PRIMARY KEY (clinic_id, id),
  FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id),
  FOREIGN KEY (clinic_id, therapist_id) REFERENCES account (clinic_id, id),
  FOREIGN KEY (clinic_id, site_id) REFERENCES site (clinic_id, id)
);
CREATE INDEX appointment_by_therapist ON appointment (clinic_id, therapist_id, starts_at);

CREATE TABLE encounter (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('visit', 'practice', 'in-person')),
  episode_id uuid NOT NULL,
  appointment_id uuid,
  patient_id uuid NOT NULL,
  therapist_id uuid NOT NULL,
  state jsonb NOT NULL,
  status text NOT NULL,
  server_seq integer NOT NULL DEFAULT 0,
  room_generation integer NOT NULL DEFAULT 1,
  waiting_since timestamptz,
  ended_at timestamptz,
  PRIMARY KEY (clinic_id, id),
  FOREIGN KEY (clinic_id, episode_id) REFERENCES episode (clinic_id, id),
  FOREIGN KEY (clinic_id, appointment_id) REFERENCES appointment (clinic_id, id),
  FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id),
  FOREIGN KEY (clinic_id, therapist_id) REFERENCES account (clinic_id, id)
);
CREATE UNIQUE INDEX encounter_id ON encounter (id);
CREATE INDEX encounter_by_appointment ON encounter (clinic_id, appointment_id);
CREATE INDEX encounter_open ON encounter (status) WHERE status IN ('waiting', 'open');

-- A device is a browser: a staff member's (account_id) or a patient's (patient_id).
CREATE TABLE device (
  clinic_id uuid NOT NULL REFERENCES clinic (id),
  id uuid NOT NULL,
  account_id uuid,
  patient_id uuid,
  credential_hash bytea UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, id),
  CHECK ((account_id IS NULL) <> (patient_id IS NULL)),
  FOREIGN KEY (clinic_id, account_id) REFERENCES account (clinic_id, id),
  FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id)
);

CREATE TABLE staff_session (
  token_hash bytea PRIMARY KEY,
  clinic_id uuid NOT NULL,
  account_id uuid NOT NULL,
  device_id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  FOREIGN KEY (clinic_id, account_id) REFERENCES account (clinic_id, id),
  FOREIGN KEY (clinic_id, device_id) REFERENCES device (clinic_id, id)
);

CREATE TABLE encounter_device (
  clinic_id uuid NOT NULL,
  encounter_id uuid NOT NULL,
  device_id uuid NOT NULL,
  bound_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, encounter_id, device_id),
  FOREIGN KEY (clinic_id, encounter_id) REFERENCES encounter (clinic_id, id),
  FOREIGN KEY (clinic_id, device_id) REFERENCES device (clinic_id, id)
);

CREATE TABLE invitation (
  token_hash bytea PRIMARY KEY,
  clinic_id uuid NOT NULL,
  encounter_id uuid NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  spent_by uuid,
  revoked_at timestamptz,
  FOREIGN KEY (clinic_id, encounter_id) REFERENCES encounter (clinic_id, id),
  FOREIGN KEY (clinic_id, spent_by) REFERENCES device (clinic_id, id)
);
CREATE INDEX invitation_by_encounter ON invitation (clinic_id, encounter_id);

CREATE TABLE set_up_link (
  token_hash bytea PRIMARY KEY,
  created_at timestamptz NOT NULL DEFAULT now(),
  used_at timestamptz
);

-- The log of what happened: ids and codes only, never a name or free text.
CREATE TABLE event (
  clinic_id uuid NOT NULL,
  encounter_id uuid NOT NULL,
  server_seq integer NOT NULL,
  id uuid NOT NULL,
  device_id uuid NOT NULL,
  device_seq integer NOT NULL,
  type text NOT NULL,
  version integer NOT NULL,
  happened_at jsonb NOT NULL,
  body jsonb NOT NULL,
  content_hash bytea NOT NULL,
  actor text NOT NULL CHECK (actor IN ('therapist', 'patient')),
  disposition text NOT NULL CHECK (disposition IN ('applied', 'refused', 'quarantined')),
  reason text,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (clinic_id, encounter_id, server_seq),
  UNIQUE (id),
  UNIQUE (encounter_id, device_id, device_seq),
  FOREIGN KEY (clinic_id, encounter_id) REFERENCES encounter (clinic_id, id),
  FOREIGN KEY (clinic_id, device_id) REFERENCES device (clinic_id, id)
);

-- Projections of the log, written with it; each value with its provenance.
CREATE TABLE measurement (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  encounter_id uuid NOT NULL,
  protocol text NOT NULL,
  side text NOT NULL,
  PRIMARY KEY (clinic_id, id),
  FOREIGN KEY (clinic_id, encounter_id) REFERENCES encounter (clinic_id, id)
);

CREATE TABLE trial (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  encounter_id uuid NOT NULL,
  measurement_id uuid NOT NULL,
  status text NOT NULL,
  value_degrees double precision,
  uncertainty_degrees double precision,
  result jsonb,
  provenance jsonb,
  PRIMARY KEY (clinic_id, id),
  FOREIGN KEY (clinic_id, measurement_id) REFERENCES measurement (clinic_id, id),
  FOREIGN KEY (clinic_id, encounter_id) REFERENCES encounter (clinic_id, id)
);
CREATE INDEX trial_by_encounter ON trial (clinic_id, encounter_id);

CREATE TABLE exercise_set (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  encounter_id uuid NOT NULL,
  exercise text NOT NULL,
  side text,
  phase text NOT NULL,
  dosage jsonb NOT NULL,
  status text NOT NULL,
  PRIMARY KEY (clinic_id, id),
  FOREIGN KEY (clinic_id, encounter_id) REFERENCES encounter (clinic_id, id)
);
CREATE INDEX exercise_set_by_encounter ON exercise_set (clinic_id, encounter_id);

CREATE TABLE repetition (
  clinic_id uuid NOT NULL,
  set_id uuid NOT NULL,
  index integer NOT NULL,
  validity text NOT NULL,
  range_degrees double precision,
  peak_degrees double precision,
  uncertainty_degrees double precision,
  ledger jsonb NOT NULL,
  provenance jsonb NOT NULL,
  PRIMARY KEY (clinic_id, set_id, index),
  FOREIGN KEY (clinic_id, set_id) REFERENCES exercise_set (clinic_id, id)
);

CREATE TABLE segment (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  encounter_id uuid NOT NULL,
  device_id uuid NOT NULL,
  start_ms double precision NOT NULL,
  end_ms double precision NOT NULL,
  sha256 text NOT NULL,
  file text NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, id),
  FOREIGN KEY (clinic_id, encounter_id) REFERENCES encounter (clinic_id, id)
);

-- An identity in the video room is one admission, made when we minted its token.
CREATE TABLE admission (
  clinic_id uuid NOT NULL,
  identity uuid NOT NULL,
  encounter_id uuid NOT NULL,
  party text NOT NULL CHECK (party IN ('therapist', 'patient')),
  room_generation integer NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  joined_at timestamptz,
  left_at timestamptz,
  PRIMARY KEY (clinic_id, identity),
  FOREIGN KEY (clinic_id, encounter_id) REFERENCES encounter (clinic_id, id)
);
CREATE INDEX admission_by_encounter ON admission (clinic_id, encounter_id);

CREATE TABLE webhook_event (
  id text PRIMARY KEY,
  received_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE audit_head (
  clinic_id uuid PRIMARY KEY,
  seq bigint NOT NULL,
  hash bytea NOT NULL
);

CREATE TABLE audit_entry (
  clinic_id uuid NOT NULL,
  seq bigint NOT NULL,
  at timestamptz NOT NULL,
  actor_kind text NOT NULL,
  actor_id uuid,
  action text NOT NULL,
  subject_id uuid,
  outcome text NOT NULL,
  address text,
  hash bytea NOT NULL,
  PRIMARY KEY (clinic_id, seq)
);

CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is append-only';
END $$;
CREATE TRIGGER audit_no_change BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_is_append_only();
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();

-- The second wall: a transaction sees one clinic, or says aloud that it acts for the installation.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'site', 'account', 'patient_key', 'patient', 'episode', 'appointment', 'encounter', 'device', 'staff_session',
    'encounter_device', 'invitation', 'event', 'measurement', 'trial', 'exercise_set', 'repetition', 'segment',
    'admission', 'audit_head', 'audit_entry'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_clinic ON %I TO plumbline_app USING (clinic_id::text = current_setting(''app.clinic_id'', true)
         OR current_setting(''app.scope'', true) = ''system'')', name);
  END LOOP;
END $$;
ALTER TABLE clinic ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_clinic ON clinic TO plumbline_app USING (
  id::text = current_setting('app.clinic_id', true) OR current_setting('app.scope', true) = 'system');

GRANT USAGE ON SCHEMA public TO plumbline_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO plumbline_app;
REVOKE UPDATE, DELETE, TRUNCATE ON audit_entry, event FROM plumbline_app;
