import { chmod, link, lstat, mkdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { prepareStorage } from '#cms/storage/prepare-storage.ts'
import { storageProblems } from '#cms/storage/storage-problems.ts'
import { readConfig, type Config } from '#shared/config.ts'
import { filesIn, namesIn, newPlace, type Place } from '#test/support/places.ts'

/** A group that this process may give files to, where it can another than its own. */
const GROUP = process.getuid?.() === 0 ? 1 : (process.getegid?.() ?? 0)
const BUILD = '0123456789abcdef'

let place: Place
let config: Config
beforeEach(async () => {
  place = await newPlace('sqlite')
  config = readConfig({ ...place.env, PUBLIC_GROUP: String(GROUP) })
  onTestFinished(() => place.remove())
})

async function put(path: string, content = path): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o755 })
  await writeFile(path, content, { mode: 0o644 })
}

/** What a former version kept, as it kept it: open to all, the public among the private. */
async function fillAsBefore(): Promise<void> {
  const { dataDir, uploadsDir } = config
  await chmod(dataDir, 0o755)
  for (const name of ['portal.db', 'portal.db-wal', 'first-content', 'search/index.db']) {
    await put(join(dataDir, name))
  }
  await put(join(uploadsDir, 'media', 'anh.webp'))
  await mkdir(join(dataDir, 'public-files', 'id-1'), { recursive: true })
  await link(
    join(uploadsDir, 'media', 'anh.webp'),
    join(dataDir, 'public-files', 'id-1', 'anh.webp'),
  )
  await put(join(dataDir, 'public-files', 'id-2', 'van-ban.pdf'))
  for (const name of [
    'pages/tin/index.html',
    'pages/tin/page.json',
    'stale/cu/index.html',
    'position',
  ])
    await put(join(dataDir, 'pages', BUILD, name))
}

/** Rights and group of everything below a folder and of itself, by path. */
async function rightsIn(folder: string): Promise<Record<string, string>> {
  const rights: Record<string, string> = {}
  for (const name of ['', ...(await namesIn(folder))]) {
    const { mode, gid } = await lstat(join(folder, name))
    rights[name] = `${(mode & 0o777).toString(8)} ${gid === GROUP ? 'public' : 'own'}`
  }
  return rights
}

describe('a start', () => {
  it('closes what is private and puts what is public apart, for the group of the web server', async () => {
    await fillAsBefore()
    const outside = `${config.dataDir}-outside`
    await put(outside)
    onTestFinished(() => rm(outside))
    await symlink(outside, join(config.dataDir, 'led-outside'))
    expect(await prepareStorage(config)).toEqual([])

    const own = await rightsIn(config.dataDir)
    delete own['led-outside']
    const loose = Object.entries(own).filter(([, rights]) => !/^[67]00 /.test(rights))
    expect(loose).toEqual([])
    expect(own['']).toMatch(/^700/)
    expect(Object.keys(own)).not.toContain('public-files')
    expect(Object.keys(own)).not.toContain('pages')
    expect((await stat(outside)).mode & 0o777).toBe(0o644)

    expect(await rightsIn(config.publicDir)).toMatchObject({
      '': '750 public',
      files: '750 public',
      'files/id-1': '750 public',
      'files/id-1/anh.webp': '640 public',
      'files/id-2/van-ban.pdf': '640 public',
      pages: '750 public',
      [`pages/${BUILD}/pages/tin`]: '750 public',
      [`pages/${BUILD}/pages/tin/index.html`]: '640 public',
      // What the site alone reads.
      [`pages/${BUILD}/pages/tin/page.json`]: expect.stringMatching(/^600/),
      [`pages/${BUILD}/stale`]: expect.stringMatching(/^700/),
      [`pages/${BUILD}/position`]: expect.stringMatching(/^600/),
    })
    const [original, copy] = [
      join(config.uploadsDir, 'media', 'anh.webp'),
      join(config.publicFilesDir, 'id-1', 'anh.webp'),
    ]
    expect(await readFile(copy, 'utf8')).toBe(original)
    expect((await stat(copy)).ino).not.toBe((await stat(original)).ino)
  })

  it('goes on with a move that was killed, and does nothing when all is in its place', async () => {
    await fillAsBefore()
    // Copied and not yet removed; begun to be copied.
    await put(join(config.publicFilesDir, 'id-2', 'van-ban.pdf'), 'whole')
    await put(join(config.publicFilesDir, 'id-1', 'anh.webp.part'), 'half')
    await prepareStorage(config)
    const files = await filesIn(config.publicDir)
    expect(
      Object.keys(files)
        .filter((name) => name.startsWith('files/'))
        .toSorted(),
    ).toEqual(['files/id-1/anh.webp', 'files/id-2/van-ban.pdf'])
    expect(await readFile(join(config.publicFilesDir, 'id-2', 'van-ban.pdf'), 'utf8')).toBe('whole')
    const changed = async () =>
      Promise.all(
        (await namesIn(config.publicDir)).map(
          async (name) => (await stat(join(config.publicDir, name))).ctimeMs,
        ),
      )
    const before = await changed()
    await prepareStorage(config)
    expect(await changed()).toEqual(before)
    expect(await filesIn(config.publicDir)).toEqual(files)
  })

  it('publishes beside the uploads where machines share their folder', async () => {
    const shared = `${config.dataDir}-shared`
    onTestFinished(() => rm(shared, { recursive: true, force: true }))
    config = readConfig({ ...place.env, PUBLIC_GROUP: String(GROUP), FILES_DIR: shared })
    await put(join(shared, 'uploads', 'media', 'anh.webp'))
    await mkdir(join(shared, 'public-files', 'id-1'), { recursive: true, mode: 0o755 })
    await link(
      join(shared, 'uploads', 'media', 'anh.webp'),
      join(shared, 'public-files', 'id-1', 'anh.webp'),
    )
    // Twice: a second start must not close what the first has opened.
    await prepareStorage(config)
    await prepareStorage(config)
    expect(await rightsIn(shared)).toMatchObject({
      '': '710 public',
      uploads: expect.stringMatching(/^700/),
      'uploads/media/anh.webp': expect.stringMatching(/^600/),
      'public-files/id-1': '750 public',
      'public-files/id-1/anh.webp': '640 public',
    })
  })
})

describe('the list of problems of a start', () => {
  const problemsOf = (settings: Record<string, string>) =>
    storageProblems(readConfig({ ...place.env, ...settings }))

  it('is empty for good settings', async () => {
    expect(await storageProblems(config)).toEqual([])
  })

  it.for([
    [{ PUBLIC_GROUP: 'khong-co-nhom-nay' }, /PUBLIC_GROUP.*không có nhóm đó\. Hãy tạo nhóm/],
    [{ PUBLIC_DIR: 'DATA/cong-khai' }, /PUBLIC_DIR.*nằm trong DATA_DIR.*Hãy đặt PUBLIC_DIR/],
    [{ PUBLIC_DIR: 'DATA' }, /PUBLIC_DIR.*có dữ liệu riêng.*Hãy đặt PUBLIC_DIR/],
    [{ DATA_DIR: '/tmp' }, /DATA_DIR là “\/tmp”, nơi còn có thứ khác.*thư mục dành riêng/],
    [{ DATA_DIR: '.' }, /DATA_DIR là “\.”, nơi còn có thứ khác/],
    [{ FILES_DIR: '/srv' }, /FILES_DIR là “\/srv”, nơi còn có thứ khác/],
  ] as const)('names %j', async ([settings, message]) => {
    const entries = Object.entries(settings).map(([name, value]) => [
      name,
      value.replace('DATA', config.dataDir),
    ])
    const problems = await problemsOf(Object.fromEntries(entries) as Record<string, string>)
    expect(problems.filter((problem) => message.test(problem))).toHaveLength(1)
  })
})

describe('the folder of what is public', () => {
  it.for([
    [{}, 'data-public', 'data-public/files'],
    [
      { DATA_DIR: '/var/lib/portal/data/' },
      '/var/lib/portal/data-public',
      '/var/lib/portal/data-public/files',
    ],
    [{ PUBLIC_DIR: '/srv/www/portal' }, '/srv/www/portal', '/srv/www/portal/files'],
    // One folder, however it is written.
    [{ FILES_DIR: './data/x/..' }, 'data-public', 'data-public/files'],
    // Shared by several machines, perhaps a file system of its own.
    [{ FILES_DIR: '/mnt/shared' }, 'data-public', '/mnt/shared/public-files'],
  ] as const)('with %j', ([settings, publicDir, publicFilesDir]) => {
    const read = readConfig({ PAYLOAD_SECRET: 'x'.repeat(32), ...settings })
    expect(read).toMatchObject({ publicDir, publicFilesDir, pagesDir: `${publicDir}/pages` })
  })
})
