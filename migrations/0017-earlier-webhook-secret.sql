-- A new signing secret does not silence the receiver: the one before it signs as well for a time.

alter table webhook_endpoints
  -- Encrypted as secret_sealed is; null where there never was another.
  add column earlier_secret_sealed text,
  add column earlier_secret_until timestamptz,
  add check ((earlier_secret_sealed is null) = (earlier_secret_until is null));
