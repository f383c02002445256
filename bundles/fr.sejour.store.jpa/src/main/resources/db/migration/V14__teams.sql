-- The teams that préfectures made. Which team a case is with is worked out from these rows whenever it is asked.
CREATE TABLE team (
  prefecture VARCHAR(3) NOT NULL,
  team VARCHAR(40) NOT NULL,
  team_name VARCHAR(400) NOT NULL,
  CONSTRAINT team_known PRIMARY KEY (prefecture, team)
);

CREATE TABLE team_member (
  prefecture VARCHAR(3) NOT NULL,
  team VARCHAR(40) NOT NULL,
  account_id VARCHAR(64) NOT NULL,
  CONSTRAINT team_member_once PRIMARY KEY (prefecture, account_id, team),
  CONSTRAINT team_member_team FOREIGN KEY (prefecture, team) REFERENCES team (prefecture, team),
  CONSTRAINT team_member_account FOREIGN KEY (account_id) REFERENCES account (account_id)
);

-- What a team takes: a permit, a service point, or one at the other, an empty text for all of them. No two teams of a
-- préfecture take the same.
CREATE TABLE team_ground (
  prefecture VARCHAR(3) NOT NULL,
  permit VARCHAR(63) NOT NULL,
  point_id VARCHAR(200) NOT NULL,
  team VARCHAR(40) NOT NULL,
  CONSTRAINT team_ground_once PRIMARY KEY (prefecture, permit, point_id),
  CONSTRAINT team_ground_team FOREIGN KEY (prefecture, team) REFERENCES team (prefecture, team)
);

-- Who makes the teams of a préfecture.
CREATE TABLE chief (
  prefecture VARCHAR(3) NOT NULL,
  account_id VARCHAR(64) NOT NULL,
  CONSTRAINT chief_once PRIMARY KEY (prefecture, account_id),
  CONSTRAINT chief_account FOREIGN KEY (account_id) REFERENCES account (account_id)
);

-- When an agent is away, and who stands in.
CREATE TABLE agent_leave (
  account_id VARCHAR(64) NOT NULL,
  first_day DATE NOT NULL,
  last_day DATE NOT NULL,
  stand_in VARCHAR(64),
  CONSTRAINT agent_leave_once PRIMARY KEY (account_id),
  CONSTRAINT agent_leave_account FOREIGN KEY (account_id) REFERENCES account (account_id),
  CONSTRAINT agent_leave_days CHECK (last_day >= first_day)
);

-- Acts on many cases: of the act what it needs to be said, and a line for each case.
CREATE TABLE bulk_act (
  bulk_id VARCHAR(32) NOT NULL,
  -- an account, or the platform
  prepared_by VARCHAR(64) NOT NULL,
  kind VARCHAR(30) NOT NULL,
  given_to VARCHAR(64),
  words VARCHAR(4000),
  answer_by DATE,
  -- of each piece asked for its code and the reason
  pieces ${text},
  state VARCHAR(10) NOT NULL,
  prepared_at ${instant} NOT NULL,
  CONSTRAINT bulk_act_known PRIMARY KEY (bulk_id)
);
CREATE INDEX bulk_act_state ON bulk_act (state, prepared_at);

CREATE TABLE bulk_line (
  bulk_id VARCHAR(32) NOT NULL,
  list_position INTEGER NOT NULL,
  case_number VARCHAR(19) NOT NULL,
  -- the version that was looked at; 0 for any
  version BIGINT NOT NULL,
  outcome VARCHAR(10) NOT NULL,
  problem VARCHAR(40),
  details VARCHAR(20000),
  -- when the act is that the card is ready
  card_number VARCHAR(100),
  CONSTRAINT bulk_line_known PRIMARY KEY (bulk_id, list_position),
  CONSTRAINT bulk_line_once UNIQUE (bulk_id, case_number),
  CONSTRAINT bulk_line_act FOREIGN KEY (bulk_id) REFERENCES bulk_act (bulk_id)
);
CREATE INDEX bulk_line_ready ON bulk_line (bulk_id, outcome, list_position);
