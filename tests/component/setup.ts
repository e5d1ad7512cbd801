// The app's own style sheet, so that sizes and visibility are those of the app.
import '../../src/app.css';
