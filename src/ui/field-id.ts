/** The id of the control that a name in a form stands for. */
export const fieldId = (name: string) => `field-${name.replaceAll(/[^\w-]/gu, '-')}`
