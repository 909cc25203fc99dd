-- Up Migration
-- One person may have several roles. `role` stays until no server of before reads it.
ALTER TABLE account ADD COLUMN roles text[];
UPDATE account SET roles = ARRAY[role];
-- Whoever set the clinic up is its first administrator.
UPDATE account SET roles = ARRAY['administrator'] || roles
  WHERE NOT 'administrator' = ANY (roles)
    AND (clinic_id, id) IN (SELECT DISTINCT ON (clinic_id) clinic_id, id FROM account ORDER BY clinic_id, created_at, id);
ALTER TABLE account ALTER COLUMN roles SET NOT NULL;
ALTER TABLE account ADD CHECK (
  cardinality(roles) > 0 AND roles <@ ARRAY['administrator', 'therapist', 'assistant']::text[]);
ALTER TABLE account ALTER COLUMN role DROP NOT NULL;
-- A disabled account opens no session and keeps none; its name stays on what it did.
ALTER TABLE account ADD COLUMN disabled_at timestamptz;

-- Who cares for whom, from when until when.
CREATE TABLE care (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  patient_id uuid NOT NULL,
  account_id uuid NOT NULL,
  from_at timestamptz NOT NULL,
  until_at timestamptz,
  PRIMARY KEY (clinic_id, id),
  FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id),
  FOREIGN KEY (clinic_id, account_id) REFERENCES account (clinic_id, id)
);
CREATE UNIQUE INDEX care_once ON care (clinic_id, patient_id, account_id) WHERE until_at IS NULL;
CREATE INDEX care_by_account ON care (clinic_id, account_id) WHERE until_at IS NULL;

INSERT INTO care (clinic_id, id, patient_id, account_id, from_at)
  SELECT clinic_id, gen_random_uuid(), patient_id, therapist_id, now()
  FROM (SELECT DISTINCT clinic_id, patient_id, therapist_id FROM encounter) AS seen;
-- Until now every therapist of a clinic saw all of its patients: whom nobody has met yet stays with all of them.
INSERT INTO care (clinic_id, id, patient_id, account_id, from_at)
  SELECT patient.clinic_id, gen_random_uuid(), patient.id, account.id, now()
  FROM patient JOIN account ON account.clinic_id = patient.clinic_id AND 'therapist' = ANY (account.roles)
  WHERE NOT EXISTS (
    SELECT 1 FROM encounter WHERE encounter.clinic_id = patient.clinic_id AND encounter.patient_id = patient.id);

-- A chart opened by somebody who does not care for the patient ("break glass"). The reason is free text, so it is sealed.
CREATE TABLE chart_opening (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  patient_id uuid NOT NULL,
  account_id uuid NOT NULL,
  reason_sealed bytea NOT NULL,
  opened_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL CHECK (expires_at > opened_at),
  PRIMARY KEY (clinic_id, id),
  FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id),
  FOREIGN KEY (clinic_id, account_id) REFERENCES account (clinic_id, id)
);
CREATE INDEX chart_opening_by_patient ON chart_opening (clinic_id, patient_id, expires_at);

-- A code for why it was done; free text never stands in the log.
ALTER TABLE audit_entry ADD COLUMN why text;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['care', 'chart_opening'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_clinic ON %I TO plumbline_app USING (clinic_id::text = current_setting(''app.clinic_id'', true)
         OR current_setting(''app.scope'', true) = ''system'')', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO plumbline_app', name);
  END LOOP;
END $$;
