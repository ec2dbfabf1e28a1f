import { TextField } from '#ui/fields.tsx'
import { LocalTextField } from '#ui/local-text-field.tsx'
import { settingFields } from './messages.ts'
import { settingsMessages } from './page-messages.ts'
import { settingsPaths } from './paths.ts'
import { SettingPage, type Setting } from './setting-page.tsx'

export function GroupPage(setting: Setting) {
  const { frame, known, form } = setting
  const [t, fields] = [settingsMessages[frame.language], settingFields[frame.language]]
  const paths = { anew: settingsPaths.newGroup, one: settingsPaths.group, history: settingsPaths.groupHistory }
  return (
    <SettingPage {...setting} addTitle={t.addGroup} paths={paths}>
      {known === null ? (
        <TextField form={form} name="code" label={t.code} hint={t.codeHint} maxlength={60} short />
      ) : null}
      <LocalTextField form={form} name="name" label={fields['name.et']} />
      <TextField
        form={form}
        name="place"
        label={fields.place}
        hint={t.groupPlaceHint}
        inputmode="numeric"
        maxlength={3}
        short
      />
    </SettingPage>
  )
}
