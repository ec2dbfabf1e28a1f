/** Makes pages quicker to use; no page needs it. */
import './forms.ts'
import './installed-app.ts'
import './live-changes.ts'
import './live-fragment.ts'
import './live-part.ts'
import './menus.ts'
import './relative-time.ts'
import './remember-choice.ts'
