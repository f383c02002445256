-- Each sign-in sweeps the codes that are over, as it does the sessions.
CREATE INDEX recovery_expiry ON recovery (expires_at);
CREATE INDEX counter_code_expiry ON counter_code (expires_at);
