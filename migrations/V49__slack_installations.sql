-- Workspaces that have installed the app, with what messages are sent there with. A token is sealed with the key of the
-- program's environment; without it the row is of no use.
create table slack_installation (
    team         text primary key,
    token        bytea not null,
    installed_at timestamptz not null
);
