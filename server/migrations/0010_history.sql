-- Up Migration
-- What was measured before is asked for with every visit.
CREATE INDEX encounter_by_patient ON encounter (clinic_id, patient_id);
