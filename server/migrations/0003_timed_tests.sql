-- Up Migration
-- Functional tests with a clock. value, uncertainty and result stay as recorded; final_value is as amended.
CREATE TABLE timed_test (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  encounter_id uuid NOT NULL,
  test text NOT NULL,
  side text CHECK (side IN ('left', 'right')),
  status text NOT NULL CHECK (
    status IN ('armed', 'called', 'running', 'unreviewed', 'accepted', 'voided', 'interrupted', 'cancelled')),
  conditions text[] NOT NULL,
  falls text NOT NULL,
  -- As given for this test.
  age_years integer,
  sex text CHECK (sex IN ('male', 'female')),
  modifications text[] NOT NULL,
  -- Done otherwise than published: no norm is told.
  modified boolean NOT NULL,
  armed_at timestamptz NOT NULL,
  went_at timestamptz,
  unit text CHECK (unit IN ('count', 'seconds')),
  value double precision,
  uncertainty_seconds double precision,
  ended_by text,
  timed_by text,
  final_value double precision,
  amended_reason text,
  void_reason text,
  result jsonb,
  provenance jsonb,
  PRIMARY KEY (clinic_id, id),
  FOREIGN KEY (clinic_id, encounter_id) REFERENCES encounter (clinic_id, id)
);
CREATE INDEX timed_test_by_encounter ON timed_test (clinic_id, encounter_id);

ALTER TABLE timed_test ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_clinic ON timed_test TO plumbline_app USING (clinic_id::text = current_setting('app.clinic_id', true)
  OR current_setting('app.scope', true) = 'system');
GRANT SELECT, INSERT, UPDATE, DELETE ON timed_test TO plumbline_app;
