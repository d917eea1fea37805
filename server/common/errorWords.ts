import type { Names } from '../measures/measure.ts'
import type { ErrorDetails, ErrorName } from './errors.ts'

/**
 * The text of every error in both languages: what happened, where, and what to do. {braces} are replaced by
 * the error's details.
 */
export const errorWords: Record<ErrorName, Names> = {
  'database-unreachable': {
    zh: '无法连接数据库 {database}。请检查数据库是否在运行、地址和网络是否正确。',
    en: 'The database {database} cannot be reached. Check that it is running and that its address and the network are right.',
  },
  'database-refused': {
    zh: '数据库 {database} 拒绝了登录。请检查 DATABASE_URL 中的用户名和密码。',
    en: 'The database {database} refused the sign-in. Check the user and password in DATABASE_URL.',
  },
  'embedded-unavailable': {
    zh: '这台机器上不能运行自带的数据库（{package}）。请安装 PostgreSQL 15 以上版本，并设置 DATABASE_URL。',
    en: 'The built-in database cannot run on this machine ({package}). Install PostgreSQL 15 or later and set DATABASE_URL.',
  },
  'embedded-failed': {
    zh: '自带的数据库没有启动（{program}：{said}）。详情见 {log}。',
    en: 'The built-in database did not start ({program}: {said}). See {log}.',
  },
  'already-running': {
    zh: '这个数据文件夹已由另一个亮窗进程（{pid}）打开：{address}。请直接使用它，或先将其停止，或用 BW_DATA 另选文件夹。',
    en: 'Another Bright Window process ({pid}) already serves this data folder: {address}. Use it, stop it first, or choose another folder with BW_DATA.',
  },
  'port-taken': {
    zh: '{address} 已被另一个程序占用。请停止那个程序，或用 PORT 另选一个端口。',
    en: 'Another program listens at {address}. Stop it, or choose another port with PORT.',
  },
  'host-not-allowed': {
    zh: '不接受以“{host}”访问。请用 BW_URL 中的网址。',
    en: 'Bright Window cannot be reached under the name “{host}”. Use the address in BW_URL.',
  },
  'bad-arguments': {
    zh: '参数 {argument} 的值“{value}”无法识别。',
    en: 'The value of the argument {argument} is not valid: “{value}”.',
  },
  'bad-question': {
    zh: '问题中的 {field} 无法识别：“{value}”。',
    en: 'The question’s {field} is not valid: “{value}”.',
  },
  'calendar-unpublished': {
    zh: '{from} 至 {to} 之间有年份的工作日历尚未发布，不能按工作日计算。日历发布并导入后即可重算。',
    en: 'Between {from} and {to} lies a year whose working calendar is not published, so working days cannot be counted. Import the calendar once it is out.',
  },
  'no-calendar': {
    zh: '该中心没有工作日历，不能按工作日比较。请改用自然日比较。',
    en: 'This centre keeps no working calendar, so working days cannot be compared. Compare calendar days instead.',
  },
  'too-many-buckets': {
    zh: '时间分得过细，超过 {most} 段。请缩短时间，或改为按周、月、季度。',
    en: 'The period is split into more than {most} steps of time. Choose a shorter period or longer steps.',
  },
  'too-many-cells': {
    zh: '结果超过 {most} 格。请减少分组或缩短时间。',
    en: 'The answer would have more than {most} cells. Use fewer groups or a shorter period.',
  },
  'unknown-measure': { zh: '没有名为“{measure}”的指标。', en: 'There is no measure named “{measure}”.' },
  'unknown-dimension': {
    zh: '没有名为“{dimension}”的维度。',
    en: 'There is no dimension named “{dimension}”.',
  },
  'dimension-not-of-measure': {
    zh: '指标“{measure}”不能按“{dimension}”划分。',
    en: 'The measure “{measure}” cannot be split or filtered by “{dimension}”.',
  },
  'unknown-member': {
    zh: '“{dimension}”中没有“{member}”。',
    en: '“{dimension}” has no member “{member}”.',
  },
  'unknown-centre': {
    zh: '没有编码为“{centre}”的中心。',
    en: 'There is no centre with the code “{centre}”.',
  },
  'reversed-period': {
    zh: '时间段的开始 {from} 晚于结束 {to}。',
    en: 'The period starts on {from}, after its end {to}.',
  },
  'out-of-scope': { zh: '您无权查看“{what}”。', en: 'You may not see “{what}”.' },
  'hidden-dimension': {
    zh: '您无权按“{dimension}”查看明细。',
    en: 'You may not see details by “{dimension}”.',
  },
  'split-needed': {
    zh: '指标“{measure}”只能在同一“{dimension}”内相加：请按它分组，或只选其中一个。',
    en: 'The measure “{measure}” can only be added up within one {dimension}: split by it, or choose one.',
  },
  'no-rows-behind': {
    zh: '指标“{measure}”没有可以列出的记录。',
    en: 'The measure “{measure}” has no records to list.',
  },
  'number-too-large': {
    zh: '“{part}”的合计超过可精确表示的范围，其中最大的一条是“{record}”。请核对该记录，或缩小时间和范围。',
    en: 'The sum of “{part}” is too large to be exact. Its largest record is “{record}”: check it, or narrow the period or the filters.',
  },
  'several-currencies': {
    zh: '“{measure}”是金额，所选中心的币种不同（{currencies}），不能相加。请逐个中心查看。',
    en: '“{measure}” is an amount of money, and the chosen centres have different currencies ({currencies}), which cannot be added. Ask for one centre at a time.',
  },
  'cannot-merge': {
    zh: '“{part}”不能跨 {across} 相加，需要重新查询。',
    en: '“{part}” cannot be combined across {across} and must be asked again.',
  },
  'file-unreadable': {
    zh: '文件 {file} 无法读取：{reason}。',
    en: 'The file {file} cannot be read: {reason}.',
  },
  'file-kind': {
    zh: '这个文件是{kind}，不能作为表格读取。请在 Excel 或 WPS 中打开原表，另存为 .xlsx 或 .csv 后再上传。',
    en: 'This file cannot be read as a table: {kind}. Open the table in Excel or WPS, save it as .xlsx or .csv and upload that.',
  },
  'file-protected': {
    zh: '这个工作簿设有打开密码，不能读取。请在 Excel 或 WPS 中输入密码打开，取消密码后另存为 .xlsx 再上传。',
    en: 'This workbook is protected by a password and cannot be read. Open it with the password, remove the password, save it as .xlsx and upload that.',
  },
  'file-broken': {
    zh: '文件在第 {line} 行附近损坏：{reason}。没有载入任何内容；请修好后重新上传。',
    en: 'The file is broken near line {line}: {reason}. Nothing was loaded; repair it and try again.',
  },
  'file-too-large': {
    zh: '文件过大（{what}），上限为 {most}。没有载入任何内容；请拆分文件，或由管理员提高上限。',
    en: 'The file is too large ({what}); the limit is {most}. Nothing was loaded; split the file, or have the limit raised.',
  },
  'file-not-recognised': {
    zh: '无法识别文件 {file} 的内容。请指明要载入为哪一类。',
    en: 'The content of the file {file} was not recognised. State what it is to be loaded as.',
  },
  'upload-not-found': {
    zh: '上传的文件已不在（载入后或过一天即删除）。请重新上传。',
    en: 'The uploaded file is no longer there; it is removed after loading, or after a day. Upload it again.',
  },
  'load-cancelled': { zh: '已取消，没有载入任何内容。', en: 'Cancelled; nothing was loaded.' },
  'job-not-found': {
    zh: '没有这项导入任务，可能服务已经重启。请在导入记录中查看它是否已完成。',
    en: 'No such import is running; the server may have been restarted. Check in the list of imports whether it was finished.',
  },
  'rows-not-quarantined': {
    zh: '批次 {batch} 的第 {row} 行不在隔离区，或已修复。',
    en: 'Row {row} of batch {batch} is not in quarantine, or has been repaired.',
  },
  'push-key-reused': {
    zh: '推送编号“{key}”已用于批次 {batch}，但内容不同。请为新的内容使用新的编号。',
    en: 'The idempotency key “{key}” was used for batch {batch} with other rows. Use a new key for new rows.',
  },
  'token-refused': {
    zh: '令牌无效、已停用，或不允许推送“{what}”。',
    en: 'The token is not valid, has been revoked, or may not push “{what}”.',
  },
  'too-many-requests': { zh: '请求过于频繁，请稍后再试。', en: 'Too many requests; try again later.' },
  'calendar-invalid': {
    zh: '日历文件有误：{reason}。没有更改任何内容。',
    en: 'The calendar file is not valid: {reason}. Nothing was changed.',
  },
  'audit-log-cut': {
    zh: '审计日志缺少第 {number} 条（{at} 时曾在）。请立即核查数据库，并用备份比对。',
    en: 'The audit log no longer holds entry {number}, which it held at {at}. Examine the database now and compare it with a backup.',
  },
  'already-there': { zh: '已经有“{what}”。', en: '“{what}” is already there.' },
  'mapping-invalid': {
    zh: '对应关系 {mapping} 有误：{field} — {reason}。',
    en: 'The mapping {mapping} is not valid: {field} — {reason}.',
  },
  'column-missing': {
    zh: '文件 {file} 中没有对应关系所需的列“{column}”。文件的列有：{columns}。',
    en: 'The file {file} lacks the column “{column}” that the mapping names. Its columns are: {columns}.',
  },
  'batch-not-found': { zh: '没有编号为 {batch} 的批次。', en: 'There is no batch {batch}.' },
  'batch-already-undone': { zh: '批次 {batch} 已经撤销过。', en: 'Batch {batch} has already been undone.' },
  'undo-not-exact': {
    zh: '批次 {batch} 不能精确撤销：{count} 条记录（如 {key}）已被之后的批次 {later} 更改或引用。请先撤销后面的批次。',
    en: 'Batch {batch} cannot be undone exactly: {count} records (such as {key}) were changed or are used by the later batch {later}. Undo that one first.',
  },
  'hours-known': {
    zh: '中心 {centre} 的办公时间已经设定。如需更改，请用 bw centre hours，并写明决定人和理由。',
    en: 'The hours of {centre} are already set. Change them with bw centre hours, stating who decided it and why.',
  },
  'not-demo-only': {
    zh: '数据库中已有真实数据，不再补充演示数据。',
    en: 'The database holds real data, so no demonstration data is added.',
  },
  'request-timeout': {
    zh: '请求内容传输太慢，已中断。请检查网络后重试。',
    en: 'The request took too long to arrive and was stopped. Check the network and try again.',
  },
  'database-too-old': {
    zh: '数据库 {database} 的版本是 PostgreSQL {version}，本系统需要 {least} 或更新的版本。请升级数据库，或去掉 DATABASE_URL 使用自带的数据库。',
    en: 'The database {database} is PostgreSQL {version}; {least} or later is needed. Upgrade it, or leave DATABASE_URL out to use the built-in database.',
  },
  'database-read-only': {
    zh: '数据库 {database} 目前只读（可能是备库，或设置了 default_transaction_read_only）。请连接主库，或取消只读设置。',
    en: 'The database {database} is read-only (a standby, or default_transaction_read_only is on). Connect to the primary, or turn that setting off.',
  },
  'database-not-writable': {
    zh: '用户 {user} 不能在数据库 {database} 中建表。请由管理员执行：{grant}',
    en: 'The user {user} may not create tables in the database {database}. Have an administrator run: {grant}',
  },
  'database-not-ours': {
    zh: '数据库 {database} 不是这个数据目录上次使用的数据库（原来的可能被删除或替换）。请改回原来的 DATABASE_URL，或用 bw restore 恢复备份；如确要从这个数据库开始，请删除文件 {file} 后再启动。',
    en: 'The database {database} is not the one that this data folder used last (that one may have been dropped or replaced). Set DATABASE_URL back, or restore a backup with bw restore; to begin with this database on purpose, remove the file {file} and start again.',
  },
  'migration-unfinished': {
    zh: '数据库升级（{migration}）上次中断在半途，不能继续使用。请用 bw restore 恢复升级前的备份（backups 文件夹中的 before-…）；首次启动时没有备份，请清空数据库或换一个数据文件夹后再启动。',
    en: 'The upgrade {migration} of the database was interrupted half-way, so it cannot be used. Restore the backup made before it (before-… in the folder backups) with bw restore; at a first start, where there is none, empty the database or choose another data folder and start again.',
  },
  'body-too-large': { zh: '请求过大。', en: 'The request is too large.' },
  'not-found': { zh: '没有找到“{what}”。', en: '“{what}” was not found.' },
  'citus-missing': {
    zh: '这台 PostgreSQL 没有安装 Citus 扩展，无法分布。请在协调节点和各工作节点安装 Citus，并在 shared_preload_libraries 中加入 citus 后重启；单机使用不需要这一步。',
    en: 'This PostgreSQL has no Citus extension, so nothing can be distributed. Install Citus on the coordinator and the workers, add citus to shared_preload_libraries and restart; a single server does not need this step.',
  },
  'citus-not-loaded': {
    zh: 'PostgreSQL 没有加载 Citus。请在每个节点的 shared_preload_libraries 最前面加入 citus，重启后再执行。',
    en: 'PostgreSQL has not loaded Citus. Put citus first in shared_preload_libraries on each node, restart, and run this again.',
  },
  'citus-not-allowed': {
    zh: '用户“{user}”无权安装 Citus 扩展。请由数据库管理员在数据库“{database}”里执行 CREATE EXTENSION citus，再重试。',
    en: 'User “{user}” may not create the Citus extension. Have a database administrator run CREATE EXTENSION citus in database “{database}”, then try again.',
  },
  'cluster-without-workers': {
    zh: "集群里没有可以存放数据的工作节点，什么都没有改变。请在协调节点用函数 citus_add_node('主机名', 5432) 添加工作节点，再重试。",
    en: "The cluster has no worker that may hold data; nothing was changed. Add one on the coordinator with the function citus_add_node('host', 5432), then try again.",
  },
  'cluster-step-failed': {
    zh: '分布表“{table}”时出错：{reason}。之前的表已经分布完成；排除原因后再次执行同一命令即可继续。',
    en: 'Distributing table “{table}” failed: {reason}. The tables before it are done; remove the cause and run the same command again to continue.',
  },
  'backup-not-for-cluster': {
    zh: '这份备份的版本（{migration}）早于集群支持，不能恢复到集群。请先恢复到单机，升级后重新备份。',
    en: 'This backup is of a version ({migration}) from before clusters were supported and cannot be restored to one. Restore it on a single server, upgrade, and back up again.',
  },
  'not-distributable': {
    zh: '表“{table}”没有 centreId 列，不能按中心分布；什么都没有改变。',
    en: 'Table “{table}” has no centreId column and cannot be distributed by centre; nothing was changed.',
  },
  'sign-in-needed': { zh: '请先登录。', en: 'Sign in first.' },
  'sign-in-refused': {
    zh: '用户名或密码不正确，或账户已停用。',
    en: 'The user name or password is wrong, or the account is closed.',
  },
  'sign-in-locked': {
    zh: '密码多次输错，请 {minutes} 分钟后再试，或请管理员解锁。',
    en: 'Too many wrong passwords. Try again in {minutes} minutes, or ask an administrator to unlock the account.',
  },
  'second-factor-refused': {
    zh: '验证码不正确或已过期。请输入验证器上当前的 6 位数字，或一个备用码。',
    en: 'The code is wrong or has expired. Enter the 6 digits your authenticator shows now, or a backup code.',
  },
  'password-weak': {
    zh: '密码过于简单（{why}）。请用至少 10 个字符，含大小写字母、数字、符号中的三种（20 个字符以上不限），不要含姓名、用户名、常见词或键盘顺序。',
    en: 'The password is too easy to guess ({why}). Use at least 10 characters of three kinds (or 20 of any), without your name, common words or keyboard runs.',
  },
  'invitation-refused': {
    zh: '这个链接无效、已用过或已过期。请向管理员申请新的链接。',
    en: 'This link is not valid, has been used or has expired. Ask an administrator for a new one.',
  },
  'account-name-invalid': {
    zh: '用户名“{name}”不可用：2–40 个小写字母、数字、点、横线或下划线，以字母或数字开头。',
    en: 'The user name “{name}” cannot be used: 2–40 lower-case letters, digits, dots, dashes or underscores, beginning with a letter or digit.',
  },
  'role-unknown': { zh: '没有“{role}”这个角色。', en: 'There is no role “{role}”.' },
  'scope-needed': {
    zh: '角色“{role}”必须限定到单位或窗口。',
    en: 'The role “{role}” must be limited to units or windows.',
  },
  'last-administrator': {
    zh: '这是最后一个管理员，不能停用或取消其管理员角色。',
    en: 'This is the last administrator; it cannot be closed or lose that role.',
  },
  'second-administrator-needed': {
    zh: '此事须由两位系统管理员办理：本人提出的，或给本人增加权限的，须由另一位系统管理员同意。',
    en: 'This takes two administrators: another one must agree to what you asked for, or to what gives you more rights.',
  },
  'not-permitted': { zh: '您的角色没有“{what}”的权限。', en: 'Your role does not permit “{what}”.' },
  'preview-read-only': {
    zh: '正在以他人身份预览，不能更改任何内容。请先结束预览。',
    en: 'You are viewing the system as someone else, so nothing can be changed. End the preview first.',
  },
  'foreign-origin': {
    zh: '请求来自其他网站，已拒绝。',
    en: 'The request comes from another site and was refused.',
  },
  'demo-closed': {
    zh: '演示登录已关闭：已有账户，或不是在本机访问。请用账户登录。',
    en: 'Demo sign-in is closed: there are accounts, or you are not on the computer itself. Sign in with an account.',
  },
  'demo-not-on-network': {
    zh: '演示模式只能在本机使用：HOST 不能是“{host}”。请去掉 BW_DEMO=on，或用 127.0.0.1。',
    en: 'Demo mode serves this computer only: HOST cannot be “{host}”. Remove BW_DEMO=on, or use 127.0.0.1.',
  },
  'address-needed': {
    zh: '在网络上提供服务（HOST={host}）时，请用 BW_URL 写明大家访问的网址，例如 BW_URL=https://liangchuang.example。',
    en: 'To serve the network (HOST={host}), set BW_URL to the address that people use, such as BW_URL=https://brightwindow.example.',
  },
  'disk-full': {
    zh: '磁盘已满，没有保存任何内容。请清理出空间后再试。',
    en: 'The disk is full; nothing was saved. Free some space, then try again.',
  },
  'backup-broken': {
    zh: '备份文件 {file} 损坏或不是备份：{reason}。没有更改任何内容。',
    en: 'The backup file {file} is broken or not a backup: {reason}. Nothing was changed.',
  },
  'backup-too-new': {
    zh: '备份来自更新的版本（{migration}）。请先升级亮窗。没有更改任何内容。',
    en: 'The backup comes from a newer version ({migration}). Upgrade Bright Window first. Nothing was changed.',
  },
  'backup-key-needed': {
    zh: '备份文件 {file} 已加密。请用 {setting}（或 {setting}_FILE）给出密钥后再试。没有更改任何内容。',
    en: 'The backup file {file} is encrypted. Give its key in {setting} (or {setting}_FILE) and try again. Nothing was changed.',
  },
  'backup-key-wrong': {
    zh: '给出的口令或密钥打不开备份文件 {file}。请核对是否为备份时所用的口令或密钥。没有更改任何内容。',
    en: 'The passphrase or identity that was given does not open the backup file {file}. Check that it belongs to this backup. Nothing was changed.',
  },
  'database-not-empty': {
    zh: '数据库中已有数据（{batches} 个批次）。加 --replace 用备份替换；现有内容会先备份到 {folder}。',
    en: 'The database holds data ({batches} batches). Add --replace to replace it with the backup; the present data is backed up to {folder} first.',
  },
  'product-running': {
    zh: '亮窗正在使用这个数据库。请先停止它，再恢复备份。',
    en: 'Bright Window is using this database. Stop it before restoring a backup.',
  },
  'product-unreachable': {
    zh: '在 {address} 找不到正在运行的亮窗。请先启动它，或用 --address 写明地址。',
    en: 'Bright Window does not answer at {address}. Start it first, or give its address with --address.',
  },
  'briefing-not-found': { zh: '没有编号为 {briefing} 的简报。', en: 'There is no briefing {briefing}.' },
  'briefing-altered': {
    zh: '第 {briefing} 号简报的内容与签发时的校验码不符，可能在数据库中被改动。请核对备份和审计日志。',
    en: 'Briefing {briefing} no longer matches the checksum of its signing; it may have been changed in the database. Check the backups and the audit log.',
  },
  'briefing-changed': {
    zh: '{by} 已保存了更新的一版（第 {revision} 版）。您的改动没有覆盖它：请先载入新版，再作修改。',
    en: '{by} has saved a newer revision ({revision}). Yours did not overwrite it: load the newer one, then make your changes.',
  },
  'period-not-begun': {
    zh: '{from} 至 {to} 还没有一个完整的日子，不能起草。请选已经过去的期间，或等到次日。',
    en: 'No day from {from} to {to} is over, so there is nothing to report. Choose a period that has passed, or wait until tomorrow.',
  },
  'briefing-frozen': {
    zh: '第 {briefing} 号简报已签发，不能再改。需要更正时，请撤回并重新印发。',
    en: 'Briefing {briefing} is signed and cannot change. To correct it, withdraw it and issue it again.',
  },
  'briefing-not-frozen': {
    zh: '第 {briefing} 号简报尚未签发。',
    en: 'Briefing {briefing} is not signed.',
  },
  'briefing-not-withdrawn': {
    zh: '只有已撤回的一期才能重新印发；第 {briefing} 号没有撤回。',
    en: 'Only a withdrawn issue can be issued again; briefing {briefing} is not withdrawn.',
  },
  'briefing-corrected': {
    zh: '第 {briefing} 号简报已有更正稿（第 {correction} 号）。请在更正稿上修改；更正稿也有误时，先撤回更正稿。',
    en: 'Briefing {briefing} has a correction already ({correction}). Work on that one; if it is wrong too, withdraw it first.',
  },
  'briefing-returned': {
    zh: '第 {briefing} 号简报已退回，还没有重新送审，不能签发。请文书修改后送审。',
    en: 'Briefing {briefing} was sent back and is not submitted again, so it cannot be signed. Have it corrected and submitted.',
  },
  'issue-number-taken': {
    zh: '{year} 年已签发到第 {last} 期，接续期号不能填 {number}。请填大于 {last} 的期号，或清空接续期号。',
    en: 'No. {last} of {year} is signed, so the series cannot start at {number}. Enter a number above {last}, or leave the first number empty.',
  },
  'briefing-not-ready': {
    zh: '还不能签发：{findings}。请处理，或逐项确认后再签发。',
    en: 'Not ready to be signed: {findings}. Resolve each point or accept it.',
  },
  'template-not-docx': {
    zh: '这个文件不是可用的 Word 文档（.docx）：{reason}。请用 Word 或 WPS 另存为 .docx 后再上传。',
    en: 'This file is not a usable Word document (.docx): {reason}. Save it as .docx in Word or WPS and upload it again.',
  },
  'template-refused': {
    zh: '模板里有宏、嵌入对象或来自外部的内容（{why}），不能使用。请删去后另存为普通 .docx 再上传。',
    en: 'The template holds macros, embedded objects or content from elsewhere ({why}). Remove them, save it as a plain .docx and upload it again.',
  },
  'template-not-found': {
    zh: '没有第 {template} 号 Word 模板，或已停用。',
    en: 'There is no Word template {template}, or it has been retired.',
  },
  'picture-refused': {
    zh: '报头图片不能使用：{why}。请用 1 MB 以内的 PNG 或 JPEG 图片。',
    en: 'This picture cannot be the masthead: {why}. Use a PNG or JPEG of up to 1 MB.',
  },
  'period-locked': {
    zh: '{from} 至 {to} 已由 {by} 锁定（{reason}），{fact}不能再改。确需更正时，请中心先解锁并说明理由。',
    en: '{fact} of {from} to {to} is locked by {by} ({reason}) and cannot change. To correct it, the centre must unlock it first and state why.',
  },
  'lock-not-open': {
    zh: '没有第 {lock} 号锁定，或已经解锁。',
    en: 'There is no lock {lock}, or it is unlocked already.',
  },
  'entry-not-found': {
    zh: '没有第 {entry} 号填报，或不在您的范围内。',
    en: 'There is no entry {entry}, or it is not within your scope.',
  },
  'entry-not-open': {
    zh: '第 {entry} 号填报的状态是“{state}”，不能这样处理。请刷新后再看。',
    en: 'Entry {entry} is {state}, so this cannot be done. Reload and look again.',
  },
  'entry-changed': {
    zh: '填报 {entry} 刚刚被他人修改。请重新打开核对后再办理；没有更改任何内容。',
    en: 'Entry {entry} was just changed by someone else. Open it again and check it; nothing was changed.',
  },
  'entry-own': {
    zh: '第 {entry} 号填报是您自己填的，须由他人审核。',
    en: 'Entry {entry} is your own and must be reviewed by someone else.',
  },
  'entry-invalid': {
    zh: '第 {entry} 号填报的“{field}”{reason}。请退回修改。',
    en: 'Entry {entry}: {field} {reason}. Return it to be corrected.',
  },
  'photo-type': {
    zh: '这不是 JPEG、PNG 或 WebP 照片（按内容判断，与文件名无关）。没有保存；请改选照片，或在手机上另存为 JPEG。',
    en: 'This is not a JPEG, PNG or WebP picture (judged by its content, not by its name). Nothing was kept; choose another, or save it as JPEG.',
  },
  'photo-too-large': {
    zh: '照片过大，上限为 {most} MB。没有保存；请在手机上裁剪或缩小后再传。',
    en: 'The photo is too large: the limit is {most} MB. Nothing was kept; crop it or make it smaller first.',
  },
  'photo-too-many-pixels': {
    zh: '照片有 {pixels} 百万像素，上限为 {most} 百万。没有保存；请缩小后再传。',
    en: 'The photo has {pixels} million pixels; the limit is {most} million. Nothing was kept; make it smaller first.',
  },
  'photo-broken': {
    zh: '照片无法读取，文件可能不完整。没有保存；请重新拍摄或另选一张。',
    en: 'The photo cannot be read; the file may be cut off. Nothing was kept; take it again or choose another.',
  },
  'photo-not-found': {
    zh: '没有这张照片，或不在您的范围内。',
    en: 'There is no such photo, or it is not within your scope.',
  },
  'weights-past': {
    zh: '权重从某月1日起生效，最早 {first}，不能是 {from}：已过月份的得分不因此改写。请另选月份。',
    en: 'Weights begin on the first day of a month, {first} at the earliest, not on {from}: the scores of past months are not rewritten. Choose another month.',
  },
  'briefing-submitted': {
    zh: '第 {briefing} 号简报正在待审，不能修改。要改动请先撤回送审，或等领导退回。',
    en: 'Briefing {briefing} is submitted for approval and cannot be changed. Recall it first, or wait until it is sent back.',
  },
  'briefing-not-submitted': {
    zh: '第 {briefing} 号简报没有送审。',
    en: 'Briefing {briefing} is not submitted for approval.',
  },
  'briefing-instructed': {
    zh: '第 {briefing} 号简报上有批示，不能删除。',
    en: 'Briefing {briefing} carries instructions and cannot be discarded.',
  },
  'remark-not-placed': {
    zh: '这一段或这个数字已不在当前文本中。请刷新页面后再写。',
    en: 'That paragraph or number is no longer in the text. Reload the page and try again.',
  },
  'remark-not-open': {
    zh: '这一条已经办结或不存在。',
    en: 'This remark is closed or does not exist.',
  },
  'due-day-past': {
    zh: '办理期限 {day} 已经过去，请选今天或以后的日期。',
    en: 'The due date {day} is past: choose today or a later day.',
  },
  'chat-failed': {
    zh: '消息没有发到 {form}：{reason}。',
    en: 'The message was not sent to {form}: {reason}.',
  },
  'mail-failed': { zh: '邮件没有发出：{reason}。', en: 'The mail was not sent: {reason}.' },
  'channel-not-set-up': {
    zh: '发送方式“{channel}”没有配置，或已被管理员停用。请另选一种。',
    en: 'The channel {channel} is not set up, or has been turned off. Choose another one.',
  },
  'address-not-allowed': {
    zh: '不能向“{address}”发邮件：只允许这些邮箱域名：{allowed}。',
    en: 'Mail to {address} is not allowed. Addresses must be of: {allowed}.',
  },
  'sent-in-quiet-hours': {
    zh: '发送时刻在免打扰时段之内，无法发送。请修改发送时刻或免打扰时段。',
    en: 'The time of sending lies in the quiet hours, so nothing would be sent. Change one of the two.',
  },
  'share-empty': {
    zh: '本页没有可以分享的汇总数字：记录，以及可能显示个人或投标单位的数字，不能分享。',
    en: 'This page has no totals to share. Records, and figures that may name people or bidders, cannot be shared.',
  },
  'share-too-large': {
    zh: '本页数字太多，不能用一个链接分享。请缩短期间或加上筛选，再生成链接。',
    en: 'This page has too many figures for one link. Choose a shorter period or a filter, and try again.',
  },
  'share-limit': {
    zh: '您已有 {most} 个有效的只读链接。请先在“我的账户”撤回不再需要的链接。',
    en: 'You have {most} read-only links that can be opened. First withdraw those no longer needed, on your account page.',
  },
  'share-unknown': {
    zh: '没有这个只读链接，或者它早已失效。',
    en: 'There is no such read-only link, or it ended long ago.',
  },
  'share-expired': { zh: '只读链接已到期。', en: 'The read-only link has expired.' },
  'share-withdrawn': { zh: '只读链接已撤回。', en: 'The read-only link was withdrawn.' },
  'internal': {
    zh: '系统内部出错，已记录（编号 {reference}）。请稍后再试；若仍出错，请把编号告知管理员。',
    en: 'An internal error occurred and was logged (reference {reference}). Try again later; if it happens again, give the reference to the administrator.',
  },
}

/**
 * Chinese texts for reasons that the product itself gives in English; reasons of other programs are not
 * translated.
 */
const reasonsInChinese: Readonly<Record<string, string>> = {
  'a required field has no column': '必填的字段没有对应的列',
  'only rows whose key is a column of the file can be put together':
    '只有编号是文件中的一列时，才能把多行合成一件',
  'a line that does not end': '有一行没有结束',
  'no object on any line': '没有一行是对象',
  'no sheet': '没有工作表',
  'empty': '没有内容',
  'a zip archive, but no workbook': '是压缩包，不是工作簿',
  'not JSON': '不是 JSON',
}

/** An error's sentence in one language. */
export function errorSentence(name: ErrorName, details: ErrorDetails, language: 'zh' | 'en'): string {
  return errorWords[name][language].replaceAll(/\{(\w+)\}/g, (_, key: string) => {
    const text = String(details[key] ?? '?')
    return language === 'zh' && key === 'reason' ? (reasonsInChinese[text] ?? text) : text
  })
}

/**
 * An error as it is shown to users: its name, its details and its text in both languages; never a stack or
 * SQL.
 */
export interface ShownError {
  name: ErrorName
  details: ErrorDetails
  zh: string
  en: string
}

/** Adds the texts in both languages to an error. */
export function shownError({ name, details }: { name: ErrorName; details: ErrorDetails }): ShownError {
  return { name, details, zh: errorSentence(name, details, 'zh'), en: errorSentence(name, details, 'en') }
}
