// The journeys in Firefox.
import { journeys } from './journeys.js';
import { startPlaywright } from './playwright.js';

journeys(() => startPlaywright('firefox'));
