import type { EncounterState, HappenedAt } from '@plumbline/shared/encounter';
import type { OPENING_REASONS, ReferralKind, StaffRole } from '@plumbline/shared/people';
import type { ColumnType, Generated, JSONColumnType } from 'kysely';

type Made = ColumnType<Date, Date | undefined, never>;
type Json<T> = JSONColumnType<T & object>;

interface OfClinic {
  clinic_id: string;
}

/** The ids that a merge moved from one patient to another. */
export interface Moved {
  encounters: string[];
  appointments: string[];
  episodes: string[];
  devices: string[];
  /** Cares of the merged record that ended with the merge. */
  endedCares: string[];
  /** Cares of the kept record that began with it. */
  begunCares: string[];
  /** The merged record's open episode, closed because the kept one has one. */
  closedEpisode: string | null;
  /** The kept profile before and after; the same where nothing was filled in. */
  profileBefore: number;
  profileAfter: number;
}

/** The tables as the migrations make them. */
export interface Tables {
  clinic: { id: string; name: string; second_factor: 'required' | 'optional' | null; created_at: Made };
  site: OfClinic & { id: string; name: string; created_at: Made };
  account: OfClinic & {
    id: string;
    email: string;
    display_name: string;
    roles: StaffRole[];
    disabled_at: Date | null;
    /** Null until the invitation was used. */
    password_hash: string | null;
    password_set_at: Date | null;
    created_at: Made;
  };
  patient_key: OfClinic & { patient_id: string; wrapped_key: Buffer };
  patient: OfClinic & {
    id: string;
    name_sealed: Buffer;
    created_at: Made;
    restricted_at: ColumnType<Date | null, never, Date | null>;
    erased_at: ColumnType<Date | null, never, Date | null>;
    last_change: ColumnType<string, number | undefined, number | string>;
    merged_into: ColumnType<string | null, undefined, string | null>;
  };
  patient_profile: OfClinic & {
    patient_id: string;
    version: number;
    profile_sealed: Buffer;
    written_at: Date;
    written_by: string;
  };
  patient_register: OfClinic & { change: ColumnType<string, number, number | string> };
  patient_merge: OfClinic & {
    id: string;
    kept_id: string;
    merged_id: string;
    moved: Json<Moved>;
    merged_at: Date;
    merged_by: string;
    undone_at: Date | null;
  };
  retention_rule: OfClinic & { kind: string; days: number; set_by: string; set_at: Date };
  retention_run: OfClinic & { id: string; ran_at: Date; removed: Json<Record<string, number>>; charts_due: number };
  erasure: OfClinic & {
    id: string;
    patient_id: string;
    reason: string;
    asked_at: Date;
    due_at: Date;
    withdrawn_at: Date | null;
    done_at: Date | null;
  };
  care: OfClinic & { id: string; patient_id: string; account_id: string; from_at: Date; until_at: Date | null };
  chart_opening: OfClinic & {
    id: string;
    patient_id: string;
    account_id: string;
    reason: (typeof OPENING_REASONS)[number];
    reason_sealed: Buffer;
    opened_at: Date;
    expires_at: Date;
  };
  chart_opening_seen: OfClinic & { opening_id: string; account_id: string; seen_at: Date };
  referral: {
    id: string;
    kind: ReferralKind;
    from_clinic_id: string;
    from_account_id: string;
    from_patient_id: string;
    to_clinic_id: string;
    to_account_id: string | null;
    answers: string | null;
    status: 'pending' | 'accepted' | 'declined' | 'withdrawn';
    wrapped_key: Buffer | null;
    content_sealed: Buffer;
    word_sealed: Buffer | null;
    received_sealed: Buffer | null;
    made_at: Date;
    answered_at: Date | null;
    answered_by: string | null;
    to_patient_id: string | null;
  };
  episode: OfClinic & { id: string; patient_id: string; opened_at: Made; closed_at: Date | null };
  appointment: OfClinic & {
    id: string;
    patient_id: string;
    therapist_id: string;
    site_id: string | null;
    starts_at: Date;
    ends_at: Date;
    time_zone: string;
  };
  encounter: OfClinic & {
    id: string;
    kind: 'visit' | 'practice' | 'in-person';
    episode_id: string;
    appointment_id: string | null;
    patient_id: string;
    therapist_id: string;
    state: Json<EncounterState>;
    status: EncounterState['status'];
    server_seq: Generated<number>;
    room_generation: Generated<number>;
    waiting_since: Date | null;
    ended_at: Date | null;
  };
  device: OfClinic & {
    id: string;
    account_id: string | null;
    patient_id: string | null;
    credential_hash: Buffer | null;
    created_at: Made;
  };
  staff_session: OfClinic & {
    token_hash: Buffer;
    id: Generated<string>;
    account_id: string;
    device_id: string;
    created_at: Made;
    last_seen_at: Date;
    proved_at: Date;
    second_factor: boolean;
    expires_at: Date;
    address: string | null;
    browser: string | null;
    system: string | null;
  };
  /** `last_step` is the latest 30 s step a code of which was used. */
  totp: OfClinic & {
    id: string;
    account_id: string;
    confirmed: boolean;
    secret_sealed: Buffer;
    last_step: ColumnType<string, number | undefined, number>;
    created_at: Date;
  };
  recovery_code: OfClinic & { account_id: string; code_hash: Buffer; used_at: Date | null };
  passkey: OfClinic & {
    id: string;
    account_id: string;
    credential_id: string;
    public_key: Buffer;
    counter: ColumnType<string, number, number>;
    transports: string[];
    name: string;
    created_at: Date;
    last_used_at: Date | null;
  };
  passkey_challenge: {
    challenge_hash: Buffer;
    account_id: string | null;
    purpose: 'add' | 'sign-in' | 'step-up';
    expires_at: Date;
  };
  staff_link: OfClinic & {
    token_hash: Buffer;
    account_id: string;
    created_at: Date;
    expires_at: Date;
    used_at: Date | null;
  };
  known_browser: OfClinic & { account_id: string; token_hash: Buffer; last_used_at: Date };
  sign_in_try: { key: Buffer; tries: number; last_at: Date };
  encounter_device: OfClinic & { encounter_id: string; device_id: string; bound_at: Made; moved_at: Date | null };
  device_move: OfClinic & {
    id: string;
    encounter_id: string;
    invitation_hash: Buffer;
    secret_hash: Buffer;
    code: string;
    asked_at: Date;
    decision: 'accepted' | 'declined' | null;
    decided_at: Date | null;
    device_id: string | null;
  };
  message: OfClinic & {
    id: string;
    encounter_id: string;
    channel: 'email' | 'sms';
    asked_at: Date;
    sent_at: Date | null;
  };
  invitation: OfClinic & {
    token_hash: Buffer;
    encounter_id: string;
    expires_at: Date;
    created_at: Made;
    spent_by: string | null;
    revoked_at: Date | null;
  };
  set_up_link: { token_hash: Buffer; adds_clinic: Generated<boolean>; created_at: Made; used_at: Date | null };
  event: OfClinic & {
    encounter_id: string;
    server_seq: number;
    id: string;
    device_id: string;
    device_seq: number;
    type: string;
    version: number;
    happened_at: Json<HappenedAt>;
    body: Json<Record<string, unknown>>;
    content_hash: Buffer;
    actor: 'therapist' | 'patient';
    disposition: 'applied' | 'refused' | 'quarantined';
    reason: string | null;
    received_at: Date;
  };
  measurement: OfClinic & { id: string; encounter_id: string; protocol: string; side: string | null };
  screen: OfClinic & {
    id: string;
    encounter_id: string;
    screen: string;
    status: string;
    irritable: boolean;
    trials_per_step: number;
    steps: Json<object>;
    skipped: number[];
    started_at: Date;
  };
  trial: OfClinic & {
    id: string;
    encounter_id: string;
    measurement_id: string;
    status: string;
    value_degrees: number | null;
    uncertainty_degrees: number | null;
    result: Json<object> | null;
    provenance: Json<object> | null;
    irritable: boolean;
    screen_id: string | null;
    screen_step: number | null;
    side: string | null;
    method: string;
    final_degrees: number | null;
    final_uncertainty_degrees: number | null;
    withdrawn: boolean;
  };
  trial_amendment: OfClinic & {
    trial_id: string;
    position: number;
    change: Json<object>;
    reason: string;
    amended_at: Date;
  };
  pain_mark: OfClinic & {
    trial_id: string;
    what: string;
    angle_degrees: number | null;
    uncertainty_degrees: number | null;
    marked_at: Date;
    backdated_ms: number;
    how: string;
  };
  manual_value: OfClinic & {
    id: string;
    encounter_id: string;
    measurement_id: string;
    side: string | null;
    method: string;
    value: number;
    uncertainty: number | null;
    entered_at: Date;
    taken_back_reason: string | null;
  };
  exercise_set: OfClinic & {
    id: string;
    encounter_id: string;
    exercise: string;
    side: string | null;
    phase: string;
    dosage: Json<object>;
    status: string;
  };
  repetition: OfClinic & {
    set_id: string;
    index: number;
    validity: string;
    range_degrees: number | null;
    peak_degrees: number | null;
    uncertainty_degrees: number | null;
    ledger: Json<object>;
    provenance: Json<object>;
    struck_reason: string | null;
  };
  added_repetition: OfClinic & { set_id: string; id: string; reason: string; added_at: Date };
  timed_test: OfClinic & {
    id: string;
    encounter_id: string;
    test: string;
    side: string | null;
    status: string;
    conditions: string[];
    falls: string;
    age_years: number | null;
    sex: string | null;
    modifications: string[];
    modified: boolean;
    armed_at: Date;
    went_at: Date | null;
    unit: string | null;
    value: number | null;
    uncertainty_seconds: number | null;
    ended_by: string | null;
    timed_by: string | null;
    final_value: number | null;
    amended_reason: string | null;
    void_reason: string | null;
    result: Json<object> | null;
    provenance: Json<object> | null;
  };
  segment: OfClinic & {
    id: string;
    encounter_id: string;
    device_id: string;
    start_ms: number;
    end_ms: number;
    sha256: string;
    file: string;
    sealed_for: ColumnType<string | null, string | undefined, string | null>;
    received_at: Made;
  };
  admission: OfClinic & {
    identity: string;
    encounter_id: string;
    party: 'therapist' | 'patient';
    session_id: string | null;
    room_generation: number;
    made_at: Made;
    joined_at: Date | null;
    left_at: Date | null;
  };
  job_effect: OfClinic & { job_id: string; done_at: Made };
  webhook_event: { id: string; received_at: Made };
  audit_head: OfClinic & { seq: ColumnType<string, string | number, string | number>; hash: Buffer };
  audit_entry: OfClinic & {
    seq: ColumnType<string, string | number, never>;
    at: Date;
    actor_kind: string;
    actor_id: string | null;
    action: string;
    subject_id: string | null;
    outcome: string;
    address: string | null;
    why: string | null;
    hash: Buffer;
  };
}
