import type { Topology } from "topojson-specification";

export function dissolved(file: URL | string): Topology;
