-- Employment equity self-declarations, in a schema of their own. A row holds a sixteenth of all of
-- them, sealed as one text under a key outside the database and filled up to whole blocks: it does
-- not show whose declarations are in it, what they say, when they were made or how many there are.
-- See docs/decisions (self-declarations kept on sealed shelves).

create table equity.shelves (
  shelf smallint primary key check (shelf between 0 and 15),
  sealed text not null
);
-- What is sealed does not get smaller.
alter table equity.shelves alter column sealed set storage external;
