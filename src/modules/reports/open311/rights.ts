/** What a key must carry to send reports and to tell more of them. */
export const sendRight = 'reports.send'
