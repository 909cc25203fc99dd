-- Up Migration
-- A measure without sides, such as fingertip to floor.
ALTER TABLE measurement ALTER COLUMN side DROP NOT NULL;

-- Measurements in one go.
CREATE TABLE screen (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  encounter_id uuid NOT NULL,
  screen text NOT NULL,
  status text NOT NULL CHECK (status IN ('running', 'paused', 'ended', 'accepted')),
  irritable boolean NOT NULL,
  trials_per_step integer NOT NULL,
  steps jsonb NOT NULL,
  skipped integer[] NOT NULL,
  started_at timestamptz NOT NULL,
  PRIMARY KEY (clinic_id, id),
  FOREIGN KEY (clinic_id, encounter_id) REFERENCES encounter (clinic_id, id)
);
CREATE INDEX screen_by_encounter ON screen (clinic_id, encounter_id);

-- value_degrees and result stay as recorded; side, method and final_* are as amended.
ALTER TABLE trial
  ADD COLUMN irritable boolean NOT NULL DEFAULT false,
  ADD COLUMN screen_id uuid,
  ADD COLUMN screen_step integer,
  ADD COLUMN side text,
  ADD COLUMN method text NOT NULL DEFAULT 'camera',
  ADD COLUMN final_degrees double precision,
  ADD COLUMN final_uncertainty_degrees double precision,
  ADD COLUMN withdrawn boolean NOT NULL DEFAULT false,
  ADD FOREIGN KEY (clinic_id, screen_id) REFERENCES screen (clinic_id, id);
UPDATE trial SET side = m.side, final_degrees = value_degrees, final_uncertainty_degrees = uncertainty_degrees
  FROM measurement m WHERE m.clinic_id = trial.clinic_id AND m.id = trial.measurement_id;

CREATE TABLE trial_amendment (
  clinic_id uuid NOT NULL,
  trial_id uuid NOT NULL,
  position integer NOT NULL,
  change jsonb NOT NULL,
  reason text NOT NULL,
  amended_at timestamptz NOT NULL,
  PRIMARY KEY (clinic_id, trial_id, position),
  FOREIGN KEY (clinic_id, trial_id) REFERENCES trial (clinic_id, id)
);

CREATE TABLE pain_mark (
  clinic_id uuid NOT NULL,
  trial_id uuid NOT NULL,
  what text NOT NULL CHECK (what IN ('P1', 'P2', 'arc-from', 'arc-to')),
  angle_degrees double precision,
  uncertainty_degrees double precision,
  marked_at timestamptz NOT NULL,
  backdated_ms double precision NOT NULL,
  how text NOT NULL CHECK (how IN ('pause', 'key')),
  PRIMARY KEY (clinic_id, trial_id, what),
  FOREIGN KEY (clinic_id, trial_id) REFERENCES trial (clinic_id, id)
);

CREATE TABLE manual_value (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  encounter_id uuid NOT NULL,
  measurement_id uuid NOT NULL,
  side text,
  method text NOT NULL CHECK (method IN ('goniometer', 'by-eye', 'tape', 'picture')),
  value double precision NOT NULL,
  uncertainty double precision,
  entered_at timestamptz NOT NULL,
  taken_back_reason text,
  PRIMARY KEY (clinic_id, id),
  FOREIGN KEY (clinic_id, measurement_id) REFERENCES measurement (clinic_id, id),
  FOREIGN KEY (clinic_id, encounter_id) REFERENCES encounter (clinic_id, id)
);
CREATE INDEX manual_value_by_encounter ON manual_value (clinic_id, encounter_id);

-- A struck row stays in the ledger and does not count.
ALTER TABLE repetition ADD COLUMN struck_reason text;

CREATE TABLE added_repetition (
  clinic_id uuid NOT NULL,
  set_id uuid NOT NULL,
  id uuid NOT NULL,
  reason text NOT NULL,
  added_at timestamptz NOT NULL,
  PRIMARY KEY (clinic_id, set_id, id),
  FOREIGN KEY (clinic_id, set_id) REFERENCES exercise_set (clinic_id, id)
);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['screen', 'trial_amendment', 'pain_mark', 'manual_value', 'added_repetition'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_clinic ON %I TO plumbline_app USING (clinic_id::text = current_setting(''app.clinic_id'', true)
         OR current_setting(''app.scope'', true) = ''system'')', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO plumbline_app', name);
  END LOOP;
END $$;
