import type { EmailAdapter } from 'payload'

/**
 * The portal needs no mail server: a forgotten password is reset from the command line. A mail that
 * Payload would send is dropped with a line in the log, which names no address.
 */
export const noMail: EmailAdapter = ({ payload }) => ({
  name: 'none',
  defaultFromAddress: 'khong-gui@localhost',
  defaultFromName: 'Cổng thông tin',
  sendEmail: async () => {
    payload.logger.warn({ code: 'mail_dropped' }, 'No mail server is set: a mail was not sent.')
  },
})
