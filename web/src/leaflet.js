// The part of Leaflet that the page uses, taken from its modules: the whole weighs more than all else together.
// What is left out (tiles, markers, popups, controls, drawing) the page does by hand.
import "leaflet/src/layer/Layer.js";
import "leaflet/src/map/handler/Map.BoxZoom.js";
import "leaflet/src/map/handler/Map.DoubleClickZoom.js";
import "leaflet/src/map/handler/Map.Drag.js";
import "leaflet/src/map/handler/Map.ScrollWheelZoom.js";
import "leaflet/src/map/handler/Map.TapHold.js";
import "leaflet/src/map/handler/Map.TouchZoom.js";

export { createMap as map } from "leaflet/src/map/Map.js";
