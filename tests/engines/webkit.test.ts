// The journeys in WebKitGTK, of Safari's family.
import { journeys } from './journeys.js';
import { startWebKit } from './webkit.js';

journeys(startWebKit);
