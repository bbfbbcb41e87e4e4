-- Whose figures pass through the actor's hands, and which posts the actor holds: what policies ask of figures that are held back.
create function app.handles(unit uuid) returns boolean language sql stable
  return current_setting('app.handles', true) = 'district'
      or unit = any (string_to_array(nullif(current_setting('app.handles', true), 'district'), ',')::uuid[]);

create function app.posts() returns uuid[] language sql stable
  return string_to_array(current_setting('app.posts', true), ',')::uuid[];
