// The journeys in Chromium.
import { journeys } from './journeys.js';
import { startPlaywright } from './playwright.js';

journeys(() => startPlaywright('chromium'));
