import { type Guide, points, run, say, section } from './guide.ts'

export const sandbox: Guide = {
  name: 'sandbox',
  title: { zh: '沙箱、测试值与严格预演', en: 'Sandbox, test values and strict rehearsal' },
  lead: {
    zh: '沙箱里有什么、哪些值有特殊含义，以及上线前如何按生产规则走一遍。',
    en: 'What a sandbox holds, which values mean something, and how to rehearse the rules of production.',
  },
  sections: [
    section(
      '测试数据',
      'Test data',
      points(
        [
          '应用 `10000001` 拥有全部权限包；`10000003` 没有权限；`10000004` 限每秒 2 次；`10000006` 已停用；`10000007` 只接受 `hmac-sha256`。',
          'App `10000001` has every package, `10000003` none; `10000004` may call twice a second; `10000006` is disabled; `10000007` takes `hmac-sha256` only.',
        ],
        [
          '`10000001` 的 AppSecret 是 `sandbox00000000000000000000000001`；其他应用的只换最后一位，与 AppKey 的最后一位相同。',
          'The secret of `10000001` is `sandbox00000000000000000000000001`; that of another app has the last digit of its key instead.',
        ],
        [
          '活动 `12345` 进行中，`12346` 需要报名，`12347` 已结束。',
          'Activity `12345` runs, `12346` needs registration, `12347` has ended.',
        ],
        [
          '支付宝 ID `2088123412345678` 与手机号 `13800138000` 是同一个人。',
          'Alipay id `2088123412345678` and phone `13800138000` are one person.',
        ],
      ),
      run(
        'TOP_APP_KEY=10000003 TOP_APP_SECRET=sandbox00000000000000000000000003 \\\n  npx topgate call alibaba.charity.useraction.sync --sample || true',
        'isv.permission-api-package-empty',
      ),
    ),
    section(
      '宽松应用',
      'Lenient apps',
      say(
        '在沙箱里创建的应用默认宽松：没有登记过的产品、活动、来源、会话在首次使用时自动创建；响应头 `X-Topgate-Notice` 说明用到了哪些宽松。',
        'An app made in a sandbox is lenient: products, activities, sources and conversations that nobody registered are created on first use; the header `X-Topgate-Notice` names every leniency.',
      ),
      run(
        'npx topgate app create --name demo --key 30000004 --secret demo-secret-of-30000004-in-a-sandbox\nexport TOP_APP_KEY=30000004 TOP_APP_SECRET=demo-secret-of-30000004-in-a-sandbox\nnpx topgate call alibaba.charity.useraction.sync --sample',
        'created-on-first-use:activity_id',
      ),
      say(
        '以 `0000` 结尾的支付宝 ID 查不到账号，以 `0001` 结尾的用户不接受打标；`SANDBOX_ISP_` 开头的 `event_id` 返回 `isp.*`。',
        'An Alipay id that ends in `0000` is not found, one that ends in `0001` wants no tags; an `event_id` that begins with `SANDBOX_ISP_` answers `isp.*`.',
      ),
      run(
        'npx topgate call taobao.retail.user.tag.mobile.add -p alipay_user_id=2088000000000001 || true',
        'USER_REFUSED',
      ),
    ),
    section(
      '严格预演',
      'Strict rehearsal',
      say(
        '上线前把应用改为严格：从此按生产规则应答，没有登记过的都会被拒绝。',
        'Before going live make the app strict: it is then answered by the rules of production, and what nobody registered is declined.',
      ),
      run('npx topgate app set 30000004 --profile strict', 'strict'),
      run(
        'npx topgate call taobao.retail.user.tag.mobile.add -p biz_code=NEW_1 -p alipay_user_id=2088123412345678 || true',
        'BIZ_CODE_NOT_AUTHORIZED',
      ),
    ),
  ],
}
