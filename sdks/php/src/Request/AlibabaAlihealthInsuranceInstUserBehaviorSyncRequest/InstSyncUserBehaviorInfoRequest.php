<?php

declare(strict_types=1);

namespace Topgate\Request\AlibabaAlihealthInsuranceInstUserBehaviorSyncRequest;

use Topgate\RequestStruct;
use Topgate\Schema\Field;

/** request */
final class InstSyncUserBehaviorInfoRequest extends RequestStruct
{
    public function __construct(
        /**
         * 广告url Landing URL of the advertisement, macros filled in
         * ≤16KB；无法解析的地址照收并标记，不影响结果 Up to 16 KB; an unusable URL is kept and flagged, never refused
         * 例 e.g. https://ihealth.zhongan.com/insure/gt/inform?adid=1725549616679939&channelCode=c20211102101365001&channelSource=T202202140302845606&clickid=EIuox5-NrIgDGMPkkM3f9L4CIJO0gYXVjTowDDgBQiIyMDIyMDIyMzE4MzUyNjAxMDE1ODE0NzAyMDFBMDI2MkU4SAGQAQA&creativeid=1725549616681995&creativetype=5&goodsCode=G202106170002&iseeTap=Y&sign=o-ymztqbrdfK21KJXihHKQ&version=V2
         */
        public ?string $advertise_org_url = null,
        /**
         * 保司产品ID Product id of the insurer
         * 必须 required
         * 1–64 位字母、数字、_、- 1 to 64 letters, digits, _ or -
         * 例 e.g. CU95
         */
        public ?string $inst_product_id = null,
        /**
         * 推广位名称 Name of the promotion slot, agency-medium
         * 建议 128 字以内 Better under 128 characters
         * 例 e.g. 优矩-抖音
         */
        public ?string $channel_source_name = null,
        /**
         * 保司goodsCode Sales code of the insurer
         * ≤64 字符 Up to 64 characters
         * 例 e.g. G202106170002
         */
        public ?string $inst_goods_code = null,
        /**
         * 用户行为类型 Which step
         * 必须 required
         * 大写字母开头，大写字母、数字、下划线，2–64 位；未登记的名称也收 Upper case, digits, underscore, 2 to 64; names not registered are accepted too
         * 例 e.g. START_UNDERWRITING
         */
        public ?string $behavior_type = null,
        /**
         * flowId(用户跳转到众安时,由阿里健康提供) Number of the insurance flow, issued at the jump to the insurer
         * ≥ 1
         * 例 e.g. 1800001886002007960
         */
        public int|string|null $flow_id = null,
        /**
         * 行为时间点 When it happened
         * 必须 required
         * 北京时间 yyyy-MM-dd HH:mm:ss，不晚于当前 5 分钟 Beijing time, yyyy-MM-dd HH:mm:ss, at most 5 minutes ahead
         * 例 e.g. 2022-02-23 18:46:04
         */
        public ?string $behavior_time = null,
    ) {
    }

    /** @return list<Field> */
    public static function fields(): array
    {
        return [
            Field::text('advertise_org_url'),
            Field::text('inst_product_id'),
            Field::text('channel_source_name'),
            Field::text('inst_goods_code'),
            Field::text('behavior_type'),
            Field::int64('flow_id'),
            Field::text('behavior_time'),
        ];
    }
}
