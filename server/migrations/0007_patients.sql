-- Up Migration
-- What is known of a patient beside the name, whole and sealed, one row per writing: an older one is never overwritten.
CREATE TABLE patient_profile (
  clinic_id uuid NOT NULL,
  patient_id uuid NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  profile_sealed bytea NOT NULL,
  written_at timestamptz NOT NULL,
  written_by uuid NOT NULL,
  PRIMARY KEY (clinic_id, patient_id, version),
  FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id),
  FOREIGN KEY (clinic_id, written_by) REFERENCES account (clinic_id, id)
);

-- Counts the changes to a clinic's patients. The row is locked until its writer commits, so no number appears late.
CREATE TABLE patient_register (
  clinic_id uuid PRIMARY KEY REFERENCES clinic (id),
  change bigint NOT NULL
);
ALTER TABLE patient
  ADD COLUMN last_change bigint NOT NULL DEFAULT 0,
  -- Where this record was found to be of the same person, it points to the one that is kept.
  ADD COLUMN merged_into uuid,
  ADD FOREIGN KEY (clinic_id, merged_into) REFERENCES patient (clinic_id, id);
CREATE INDEX patient_by_change ON patient (clinic_id, last_change);

-- What a merge moved, by id, so that it can be taken back.
CREATE TABLE patient_merge (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  kept_id uuid NOT NULL,
  merged_id uuid NOT NULL,
  moved jsonb NOT NULL,
  merged_at timestamptz NOT NULL,
  merged_by uuid NOT NULL,
  undone_at timestamptz,
  PRIMARY KEY (clinic_id, id),
  FOREIGN KEY (clinic_id, kept_id) REFERENCES patient (clinic_id, id),
  FOREIGN KEY (clinic_id, merged_id) REFERENCES patient (clinic_id, id),
  FOREIGN KEY (clinic_id, merged_by) REFERENCES account (clinic_id, id)
);

-- A track stays sealed under the key it was written with, wherever its encounter goes. Null: the encounter's patient.
ALTER TABLE segment ADD COLUMN sealed_for uuid;
UPDATE segment SET sealed_for = encounter.patient_id
  FROM encounter WHERE encounter.clinic_id = segment.clinic_id AND encounter.id = segment.encounter_id;

-- Why a chart was opened, as a code; the words are sealed beside it.
ALTER TABLE chart_opening ADD COLUMN reason text NOT NULL DEFAULT 'other';
CREATE TABLE chart_opening_seen (
  clinic_id uuid NOT NULL,
  opening_id uuid NOT NULL,
  account_id uuid NOT NULL,
  seen_at timestamptz NOT NULL,
  PRIMARY KEY (clinic_id, opening_id, account_id),
  FOREIGN KEY (clinic_id, opening_id) REFERENCES chart_opening (clinic_id, id),
  FOREIGN KEY (clinic_id, account_id) REFERENCES account (clinic_id, id)
);

-- Passing on care. Both clinics see the row; what it says is sealed under a key of its own until the other clinic has
-- taken the patient on, and then also under the key of the patient there.
CREATE TABLE referral (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('referral', 'transfer', 'counter-referral')),
  from_clinic_id uuid NOT NULL REFERENCES clinic (id),
  from_account_id uuid NOT NULL,
  from_patient_id uuid NOT NULL,
  to_clinic_id uuid NOT NULL REFERENCES clinic (id),
  -- Null: whoever of the clinic takes it.
  to_account_id uuid,
  answers uuid REFERENCES referral (id),
  status text NOT NULL CHECK (status IN ('pending', 'accepted', 'declined', 'withdrawn')),
  -- Null once the patient has been erased.
  wrapped_key bytea,
  content_sealed bytea NOT NULL,
  word_sealed bytea,
  received_sealed bytea,
  made_at timestamptz NOT NULL,
  answered_at timestamptz,
  answered_by uuid,
  to_patient_id uuid,
  FOREIGN KEY (from_clinic_id, from_patient_id) REFERENCES patient (clinic_id, id),
  FOREIGN KEY (from_clinic_id, from_account_id) REFERENCES account (clinic_id, id),
  FOREIGN KEY (to_clinic_id, to_account_id) REFERENCES account (clinic_id, id),
  FOREIGN KEY (to_clinic_id, answered_by) REFERENCES account (clinic_id, id),
  FOREIGN KEY (to_clinic_id, to_patient_id) REFERENCES patient (clinic_id, id)
);
CREATE INDEX referral_from ON referral (from_clinic_id, from_account_id);
CREATE INDEX referral_to ON referral (to_clinic_id, status);
CREATE UNIQUE INDEX referral_answered_once ON referral (answers) WHERE status IN ('pending', 'accepted');
ALTER TABLE referral ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_clinics ON referral TO plumbline_app USING (
  from_clinic_id::text = current_setting('app.clinic_id', true) OR to_clinic_id::text = current_setting('app.clinic_id', true)
    OR current_setting('app.scope', true) = 'system');
GRANT SELECT, INSERT, UPDATE ON referral TO plumbline_app;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['patient_profile', 'patient_register', 'patient_merge', 'chart_opening_seen'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_clinic ON %I TO plumbline_app USING (clinic_id::text = current_setting(''app.clinic_id'', true)
         OR current_setting(''app.scope'', true) = ''system'')', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO plumbline_app', name);
  END LOOP;
END $$;
