-- Up Migration
-- How long each kind of data is kept; without a row the default holds.
CREATE TABLE retention_rule (
  clinic_id uuid NOT NULL REFERENCES clinic (id),
  kind text NOT NULL,
  days integer NOT NULL CHECK (days > 0),
  set_by uuid NOT NULL,
  set_at timestamptz NOT NULL,
  PRIMARY KEY (clinic_id, kind),
  FOREIGN KEY (clinic_id, set_by) REFERENCES account (clinic_id, id)
);

-- What the schedule did: counts only.
CREATE TABLE retention_run (
  clinic_id uuid NOT NULL REFERENCES clinic (id),
  id uuid NOT NULL,
  ran_at timestamptz NOT NULL,
  removed jsonb NOT NULL,
  charts_due integer NOT NULL,
  PRIMARY KEY (clinic_id, id)
);

-- A request to erase a patient: done once the law lets us, restricted until then.
CREATE TABLE erasure (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  patient_id uuid NOT NULL,
  reason text NOT NULL,
  asked_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  done_at timestamptz,
  PRIMARY KEY (clinic_id, id),
  FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id)
);
CREATE UNIQUE INDEX erasure_one_pending ON erasure (clinic_id, patient_id) WHERE withdrawn_at IS NULL AND done_at IS NULL;

-- Restricted: kept, not used. Nobody cares for the patient by it; the chart opens only with a reason.
ALTER TABLE patient ADD COLUMN restricted_at timestamptz;
ALTER TABLE patient ADD COLUMN erased_at timestamptz;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['retention_rule', 'retention_run', 'erasure'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_clinic ON %I TO plumbline_app USING (clinic_id::text = current_setting(''app.clinic_id'', true)
         OR current_setting(''app.scope'', true) = ''system'')', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO plumbline_app', name);
  END LOOP;
END $$;
