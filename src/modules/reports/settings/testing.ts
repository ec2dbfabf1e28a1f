import { openTestApp, type Client, type TestApp } from '#test/app.ts'

type SettingsDesk = { app: TestApp; coordinator: Client; official: Client; resident: Client }

/** A site with its coordinator, who may change settings, and two who may not. */
export async function openSettings(): Promise<SettingsDesk> {
  const app = await openTestApp()
  return {
    app,
    coordinator: await app.signIn({ name: 'Kaja Koordinaator', roles: ['official', 'reportsCoordinator'] }),
    official: await app.signIn({ name: 'Olev Ametnik', roles: ['official'] }),
    resident: await app.signIn({ name: 'Rita Rebane' }),
  }
}
