-- When the préfet seized the commission du titre de séjour (R. 432-9): null while he did not.
ALTER TABLE permit_case ADD COLUMN commission_on DATE;

-- A paper of the commission may begin on the day of the usual one of its kind, beside which it stands where it allows less.
ALTER TABLE attestation ADD COLUMN of_the_commission BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE attestation DROP CONSTRAINT attestation_once;
ALTER TABLE attestation ADD CONSTRAINT attestation_once UNIQUE (case_number, kind, first_day, stands, of_the_commission);
