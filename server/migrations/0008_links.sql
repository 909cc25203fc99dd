-- Up Migration
-- Somebody with a link that another device spent asks to go on with this one; the therapist looks and decides.
CREATE TABLE device_move (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  encounter_id uuid NOT NULL,
  invitation_hash bytea NOT NULL,
  secret_hash bytea NOT NULL UNIQUE,
  code text NOT NULL,
  asked_at timestamptz NOT NULL,
  decision text CHECK (decision IN ('accepted', 'declined')),
  decided_at timestamptz,
  device_id uuid,
  PRIMARY KEY (clinic_id, id),
  FOREIGN KEY (clinic_id, encounter_id) REFERENCES encounter (clinic_id, id),
  FOREIGN KEY (clinic_id, device_id) REFERENCES device (clinic_id, id)
);
CREATE INDEX device_move_by_encounter ON device_move (clinic_id, encounter_id);

-- Since when another device has this one's place. It may still deliver what it measured before.
ALTER TABLE encounter_device ADD COLUMN moved_at timestamptz;

-- What was sent to whom is not written down: that something was asked to be sent, by which way, and when it went.
CREATE TABLE message (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  encounter_id uuid NOT NULL,
  channel text NOT NULL CHECK (channel IN ('email', 'sms')),
  asked_at timestamptz NOT NULL,
  sent_at timestamptz,
  PRIMARY KEY (clinic_id, id),
  FOREIGN KEY (clinic_id, encounter_id) REFERENCES encounter (clinic_id, id)
);
CREATE INDEX message_by_encounter ON message (clinic_id, encounter_id);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['device_move', 'message'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_clinic ON %I TO plumbline_app USING (clinic_id::text = current_setting(''app.clinic_id'', true)
         OR current_setting(''app.scope'', true) = ''system'')', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO plumbline_app', name);
  END LOOP;
END $$;
