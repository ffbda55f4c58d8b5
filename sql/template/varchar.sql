-- Strings of drivers come as varchar.
CREATE CAST (character varying AS @type@) WITH INOUT AS @order@;
COMMENT ON CAST (character varying AS @type@) IS 'the text form of @type@';
