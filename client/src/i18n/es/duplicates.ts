import type { duplicates as english } from '../en/duplicates.ts';
import type { TextsLike } from '../texts.ts';

export const duplicates: TextsLike<typeof english> = {
  title: 'Posibles duplicados',
  lead: 'Estas fichas pueden ser de la misma persona: coinciden los nombres y algo más. Nada cambia hasta que usted lo diga.',
  emptyTitle: 'No se han encontrado duplicados',
  emptyText: 'Las fichas se comparan por nombre con fecha de nacimiento, teléfono y correo electrónico.',
  keep: 'Conservar esta',
  preview: 'Si se conserva {{name}} y la otra ficha pasa a formar parte de ella',
  moves_one: '{{count}} visita pasa a ella.',
  moves_other: '{{count}} visitas pasan a ella.',
  joins: '{{names}} atenderá allí al paciente.',
  fills: 'Se completa con la otra ficha: {{fields}}.',
  differs: 'Consta de otra forma y vale la conservada: {{fields}}. Lo otro no se pierde.',
  undo: 'Puede deshacerlo durante 30 días.',
  merge: 'Unirlas',
};
