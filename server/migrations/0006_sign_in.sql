-- Up Migration
-- Whether everybody of the clinic needs a second factor; NULL where nobody has decided, and the server's default holds.
ALTER TABLE clinic ADD COLUMN second_factor text CHECK (second_factor IN ('required', 'optional'));
-- A site says when it was added, so that the list keeps its order.
ALTER TABLE site ADD COLUMN created_at timestamptz NOT NULL DEFAULT now();
-- Whoever has only been invited has no password yet.
ALTER TABLE account ALTER COLUMN password_hash DROP NOT NULL;
ALTER TABLE account ADD COLUMN password_set_at timestamptz;

ALTER TABLE staff_session ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE staff_session ADD COLUMN last_seen_at timestamptz NOT NULL DEFAULT now();
-- When whoever holds it last proved who they are, and whether with two factors.
ALTER TABLE staff_session ADD COLUMN proved_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE staff_session ADD COLUMN second_factor boolean NOT NULL DEFAULT false;
ALTER TABLE staff_session ADD COLUMN address text;
ALTER TABLE staff_session ADD COLUMN browser text;
ALTER TABLE staff_session ADD COLUMN system text;
CREATE UNIQUE INDEX staff_session_id ON staff_session (clinic_id, id);
CREATE INDEX staff_session_by_account ON staff_session (clinic_id, account_id);
-- Which session an admission to the video room was given to, so that it ends with it.
ALTER TABLE admission ADD COLUMN session_id uuid;

-- Authenticator apps. One is confirmed, one may be under way. A code opens one session: its step is used up.
CREATE TABLE totp (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  confirmed boolean NOT NULL,
  secret_sealed bytea NOT NULL,
  last_step bigint NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (clinic_id, id),
  UNIQUE (clinic_id, account_id, confirmed),
  FOREIGN KEY (clinic_id, account_id) REFERENCES account (clinic_id, id)
);

CREATE TABLE recovery_code (
  clinic_id uuid NOT NULL,
  account_id uuid NOT NULL,
  code_hash bytea NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (clinic_id, account_id, code_hash),
  FOREIGN KEY (clinic_id, account_id) REFERENCES account (clinic_id, id)
);

CREATE TABLE passkey (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  credential_id text NOT NULL UNIQUE,
  public_key bytea NOT NULL,
  counter bigint NOT NULL,
  transports text[] NOT NULL,
  name text NOT NULL,
  created_at timestamptz NOT NULL,
  last_used_at timestamptz,
  PRIMARY KEY (clinic_id, id),
  FOREIGN KEY (clinic_id, account_id) REFERENCES account (clinic_id, id)
);
CREATE INDEX passkey_by_account ON passkey (clinic_id, account_id);

-- What a passkey is asked to sign: used once, for minutes. At sign-in nobody knows yet whose passkey it will be.
CREATE TABLE passkey_challenge (
  challenge_hash bytea PRIMARY KEY,
  account_id uuid,
  purpose text NOT NULL CHECK (purpose IN ('add', 'sign-in', 'step-up')),
  expires_at timestamptz NOT NULL
);

-- One-time links by which a colleague chooses a password: the first one, or another one.
CREATE TABLE staff_link (
  token_hash bytea PRIMARY KEY,
  clinic_id uuid NOT NULL,
  account_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  FOREIGN KEY (clinic_id, account_id) REFERENCES account (clinic_id, id)
);
CREATE INDEX staff_link_by_account ON staff_link (clinic_id, account_id);

-- Browsers in which an account signed in before: guessing elsewhere does not lock them out.
CREATE TABLE known_browser (
  clinic_id uuid NOT NULL,
  account_id uuid NOT NULL,
  token_hash bytea NOT NULL,
  last_used_at timestamptz NOT NULL,
  PRIMARY KEY (clinic_id, account_id, token_hash),
  FOREIGN KEY (clinic_id, account_id) REFERENCES account (clinic_id, id)
);

-- Tries at signing in, by a hash of the address tried and where from.
CREATE TABLE sign_in_try (
  key bytea PRIMARY KEY,
  tries integer NOT NULL,
  last_at timestamptz NOT NULL
);
CREATE INDEX sign_in_try_old ON sign_in_try (last_at);

-- A link that adds a clinic to an installation that has one; the first start's does not.
ALTER TABLE set_up_link ADD COLUMN adds_clinic boolean NOT NULL DEFAULT false;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['totp', 'recovery_code', 'passkey', 'staff_link', 'known_browser'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_clinic ON %I TO plumbline_app USING (clinic_id::text = current_setting(''app.clinic_id'', true)
         OR current_setting(''app.scope'', true) = ''system'')', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO plumbline_app', name);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON passkey_challenge, sign_in_try TO plumbline_app;
