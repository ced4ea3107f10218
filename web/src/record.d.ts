// Modules made of the record and of signs.json by ../record.mjs.
declare module "record:facts" {
  const facts: import("./vocabulary.ts").Facts;
  export default facts;
}
declare module "record:signs" {
  const signs: import("./signs.ts").Geometry;
  export default signs;
}
